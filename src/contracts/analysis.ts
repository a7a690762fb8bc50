/** What the analysis finds: audit, statistics, measurements, profiles, stages. Plain data, labels in both languages. */
import type { Certainty, LngLat, PlanRef, RefRole, Status, Unit } from './bundle.ts';
import type { Bilingual } from './theme.ts';

/** Units of the bundle, and those that only a result has. */
export type FigureUnit = Unit | 'm2' | 'deg' | 'count' | 'percent' | 'year' | 'number';

export interface Figure {
  readonly value: number;
  readonly unit: FigureUnit;
}

/* —— Audit (图文核对) —— */

/**
 * What the map says to a number of the text.
 * `agrees` 一致: recomputed and equal within the tolerance, from things that are not inferred.
 * `schematic` 示意: equal within the tolerance, but inferred or schematic things stand behind it.
 * `differs` 不符: recomputed and not equal, whatever stands behind it.
 * `unanswerable` 无法核对: the map holds nothing that could answer; the note says why.
 */
export type Badge = 'agrees' | 'differs' | 'schematic' | 'unanswerable';

/**
 * What is checked. `count`: things that the plan counts. `list`: what a text enumerates after its own number.
 * `sum`: parts against their whole. `length`, `area`: stated and recorded figures. `figure`: others, e.g. money.
 * `target`, `year`, `known`, `progress`, `outcome`: of indicators. `quote`: a number in a quote that the text lacks.
 */
export type AuditKind =
  | 'count'
  | 'list'
  | 'sum'
  | 'length'
  | 'area'
  | 'figure'
  | 'target'
  | 'year'
  | 'known'
  | 'progress'
  | 'outcome'
  | 'quote';

/** One line of the working: `+ 南娄新材料产业园 3.06 km²`. */
export interface WorkingStep {
  readonly label: Bilingual;
  /** How it joins the line above; none at the start and for context. */
  readonly operator: '+' | '−' | '÷' | '=' | null;
  readonly value: number | null;
  readonly unit: FigureUnit;
  readonly featureIds: readonly string[];
}

export interface AuditItem {
  /** Stable while the bundle's ids are, e.g. `count/positioning-livable-city/四纵`. */
  readonly id: string;
  readonly kind: AuditKind;
  readonly badge: Badge;
  /** What the number is about. */
  readonly subject: Bilingual;
  readonly claim: Figure & {
    /** Paragraph and quote, where the plan itself says it. */
    readonly para?: string;
    readonly quote?: string;
    readonly text: Bilingual;
  };
  /** Recomputed; null when it cannot be. */
  readonly found: Figure | null;
  /** Greatest difference that still counts as equal, as a share of the claim; null when nothing is compared. */
  readonly tolerance: number | null;
  readonly working: readonly WorkingStep[];
  /** What is judged. Features that only lend a figure stand in the working. */
  readonly featureIds: readonly string[];
  readonly note: Bilingual | null;
}

export interface ParagraphCoverage {
  readonly doc: string;
  readonly para: string;
  readonly title: Bilingual;
  readonly state: 'mapped' | 'non-spatial' | 'unaccounted';
  readonly featureIds: readonly string[];
  /** Of them, those that the plan names there. */
  readonly namedIds: readonly string[];
  /** Why it has no place on the map. */
  readonly reason: Bilingual | null;
}

export interface AuditCoverage {
  readonly total: number;
  readonly mapped: number;
  readonly nonSpatial: number;
  readonly unaccounted: number;
  readonly paragraphs: readonly ParagraphCoverage[];
  readonly byCertainty: readonly {
    readonly certainty: Certainty;
    readonly featureIds: readonly string[];
  }[];
  /** Counts of the text that nothing is tied to and that are no planning formula: “四个自信”. */
  readonly unlinked: readonly { readonly para: string; readonly text: string }[];
}

export interface AuditReport {
  readonly items: readonly AuditItem[];
  readonly tally: Readonly<Record<Badge, number>>;
  readonly coverage: AuditCoverage;
}

/* —— Statistics —— */

export interface StatColumn {
  readonly id: string;
  readonly label: Bilingual;
  /** Numbers carry a unit. */
  readonly unit?: FigureUnit;
  readonly decimals?: number;
}

export type StatCell = Bilingual | number | null;

export interface StatRow {
  readonly id: string;
  readonly cells: Readonly<Record<string, StatCell>>;
  /** What the row is about; a click lights it. */
  readonly featureIds: readonly string[];
  /** A total of the rows above; no bar of a chart. */
  readonly isTotal?: boolean;
  /** Inferred or schematic: drawn soft, and not in the total. */
  readonly isSoft?: boolean;
}

export interface StatTable {
  readonly id: string;
  readonly title: Bilingual;
  /** What is counted and what is not. */
  readonly note: Bilingual | null;
  readonly columns: readonly StatColumn[];
  readonly rows: readonly StatRow[];
  /** Columns of a bar chart: names and numbers. */
  readonly chart: { readonly label: string; readonly value: string };
}

/** How tables name things; made from the cartography. */
export interface Naming {
  readonly classOf: (layer: string, kind: string) => ClassName | null;
  readonly themes: readonly { readonly id: string; readonly name: Bilingual }[];
  readonly statuses: readonly { readonly status: Status; readonly name: Bilingual }[];
}

export interface ClassName {
  readonly id: string;
  readonly name: Bilingual;
}

/* —— Measuring —— */

/** What a measured position was taken from. */
export interface Snap {
  readonly position: LngLat;
  readonly featureId: string;
  readonly at: 'vertex' | 'line';
  /** From the position that was asked for. */
  readonly distanceM: number;
  readonly certainty: Certainty;
  readonly horizontalM: number | null;
}

/** A corner of what is measured: free, or snapped to a feature. */
export interface MeasurePoint {
  readonly position: LngLat;
  readonly snap: Snap | null;
}

export interface MeasureLeg {
  readonly lengthM: number;
  /** Geodesic azimuth at the leg's start, degrees clockwise from true north, 0–360. */
  readonly bearing: number;
}

/** Least and greatest value that the accuracy of the snapped features allows. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

interface MeasurementBase {
  /** In `unit`. */
  readonly value: number;
  /** Null when no snapped feature tells its accuracy. */
  readonly range: Range | null;
  /** Snapped features that are schematic or inferred: the figure says so. */
  readonly softIds: readonly string[];
  readonly notes: readonly Bilingual[];
}

/** Geodesic on the CGCS2000 ellipsoid. */
export type Measurement =
  | (MeasurementBase & {
      readonly kind: 'distance';
      readonly unit: 'm';
      readonly legs: readonly MeasureLeg[];
    })
  | (MeasurementBase & {
      readonly kind: 'area';
      readonly unit: 'm2';
      readonly perimeterM: number;
    });

/** Where a leg meets a line that is not surely there. */
export interface CrossedMeeting {
  /** Number of the leg, from 0. */
  readonly leg: number;
  /** From the leg's start, in metres. */
  readonly atM: number;
  /** Null when the line tells no accuracy. */
  readonly range: Range | null;
}

/** A schematic or inferred line or area that a measured figure runs across, along or through. */
export interface Crossed {
  readonly featureId: string;
  readonly certainty: Certainty;
  readonly horizontalM: number | null;
  /** False: a line. */
  readonly isArea: boolean;
  /** Numbers of the legs concerned, from 0. */
  readonly legs: readonly number[];
  readonly meetings: readonly CrossedMeeting[];
  /** Metres of the legs in the area, or beside the line within its accuracy; null when they only meet or do not. */
  readonly run: { readonly value: number; readonly range: Range | null } | null;
  /** Square metres that a measured area has in it; null for lines, and when it has none. */
  readonly overlap: { readonly value: number; readonly range: Range | null } | null;
}

/** One position in every system that planners quote. */
export interface PositionReadout {
  readonly lngLat: LngLat;
  /** `113.412000, 38.086000` */
  readonly decimal: string;
  /** 东经 113°24′43.20″，北纬 38°05′09.60″ */
  readonly dms: Bilingual;
  /** 3° Gauss–Krüger zone, e.g. 38 with central meridian 114°E. */
  readonly zone: number;
  readonly centralMeridian: number;
  /** Without zone prefix, e.g. EPSG:4547. Metres. */
  readonly plane: PlanePosition;
  /** With zone prefix in the easting, e.g. EPSG:4526. Metres. */
  readonly planeWithZone: PlanePosition;
}

export interface PlanePosition {
  readonly epsg: number;
  readonly eastingM: number;
  readonly northingM: number;
}

export type CoordinateSystem = 'decimal' | 'dms' | 'plane' | 'plane-with-zone';

export interface CoordinateWarning {
  readonly code: 'axes-swapped' | 'outside-extent' | 'neighbouring-zone';
  readonly message: Bilingual;
}

export type ParsedCoordinates =
  | {
      readonly isValid: true;
      readonly position: LngLat;
      readonly system: CoordinateSystem;
      /** EPSG code that was read, e.g. 4490, 4547, 4526. */
      readonly epsg: number;
      readonly warnings: readonly CoordinateWarning[];
    }
  | { readonly isValid: false; readonly reason: Bilingual };

/* —— Profile of a corridor —— */

export type ProfileStopKind = 'township' | 'village' | 'station' | 'interchange' | 'crossing';

export interface ProfileStop {
  readonly id: string;
  readonly kind: ProfileStopKind;
  readonly name: Bilingual;
  /** Along the corridor from where it enters the county. */
  readonly atKm: number;
  /** From the nearest line of the corridor. */
  readonly offKm: number;
  /** Seen in the direction of travel; `on` within 0.1 km. */
  readonly side: 'left' | 'right' | 'on';
  /** Its place on the corridor lies this far outside the county; 0 inside. */
  readonly beyondKm: number;
  readonly certainty: Certainty;
  readonly horizontalM: number | null;
  /** A member of the corridor itself. */
  readonly isMember: boolean;
}

export interface ProfileStretch {
  /** `line`: drawn, in the county. `outside`: drawn, but beyond the county's outline. `gap`: between two lines. */
  readonly kind: 'line' | 'outside' | 'gap';
  readonly fromKm: number;
  readonly toKm: number;
  /** The line's own length here; differs from `toKm − fromKm` on a line beside the axis. */
  readonly lengthKm: number;
  readonly memberId: string | null;
}

export interface ProfileMember {
  readonly id: string;
  readonly name: Bilingual;
  readonly certainty: Certainty;
  readonly horizontalM: number | null;
  readonly status: Status;
  readonly lengthInCountyKm: number;
  /** 0 is the axis; others run beside it. Null: it has no line (a station, a road known by name only). */
  readonly track: number | null;
  readonly note: Bilingual | null;
}

export interface ProfileClause {
  readonly para: string;
  readonly title: Bilingual;
  readonly quote: string;
  readonly role: RefRole;
  readonly basis: PlanRef['basis'];
}

export interface Profile {
  readonly id: string;
  readonly name: Bilingual;
  /** Short mark, e.g. 纵一; empty when none. */
  readonly badge: string;
  readonly direction: 'north-south' | 'west-east';
  /** Of the strip: from the first entry into the county to the last exit, gaps included. */
  readonly axisKm: number;
  /** Of all member lines inside the county; lines side by side count each. */
  readonly lengthInCountyKm: number;
  /** Of all member lines as drawn. */
  readonly lengthDrawnKm: number;
  /** First the axis, then each line beside it. */
  readonly tracks: readonly (readonly ProfileStretch[])[];
  readonly members: readonly ProfileMember[];
  /** In order along the corridor. */
  readonly stops: readonly ProfileStop[];
  readonly clauses: readonly ProfileClause[];
  /** Of the grouping itself. */
  readonly certainty: Certainty;
  readonly status: Status;
  readonly note: Bilingual | null;
  readonly sources: readonly Bilingual[];
  readonly reachKm: number;
}

/* —— Stages —— */

/** A stage, or everything that stands by the end of a year. */
export type StageQuery = { readonly status: Status } | { readonly horizon: number };

export interface StageGroup {
  readonly layer: string;
  readonly name: Bilingual;
  readonly shape: 'line' | 'area' | 'point' | 'text';
  readonly count: number;
  /** Lines: kilometres in the county, lines on top of each other counted once. */
  readonly lengthKm: number | null;
  /** Of that, along lines that exist already; null when the group itself exists or is schematic. */
  readonly alongExistingKm: number | null;
  readonly inferredCount: number;
  readonly schematicCount: number;
  readonly featureIds: readonly string[];
}

export interface StageSummary {
  readonly query: StageQuery;
  readonly groups: readonly StageGroup[];
  readonly count: number;
  readonly featureIds: readonly string[];
  /** Counted by a horizon although their year is not known. */
  readonly undatedIds: readonly string[];
  /** One sentence: 规划新增：内网 12 条、约 165 公里（推断，其中约 123 公里沿现有线路）；… */
  readonly text: Bilingual;
}
