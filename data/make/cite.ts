/** The plan's own words that features cite: one table of phrases, each with its paragraph. */
import type { PlanRef, RefRole } from '../../src/contracts/bundle.ts';

/** Phrases by a short name: [paragraph, words exactly as printed]. */
const PHRASES = {
  // guiding-thought
  yellowRiver: ['guiding-thought', '黄河流域生态保护和高质量发展重大国家战略'],
  carbon: ['guiding-thought', '“碳达峰碳中和”目标任务'],
  highEmission: ['guiding-thought', '遏制“两高”项目盲目发展'],
  easternShanxi: ['guiding-thought', '倾力打造晋东区域中心城'],
  newChapter: ['guiding-thought', '奋力续写新时代盂县转型发展新篇章'],
  // principle-green
  safeNature: ['principle-green', '守住自然生态安全边界'],
  circular: ['principle-green', '加快发展循环经济和低碳经济'],
  // positioning
  cityAndBases: ['positioning-intro', '打造“一城五地”'],
  viceCentre: ['positioning-livable-city', '阳泉副中心城市'],
  withYangquan: ['positioning-livable-city', '积极融入阳泉市的区域协同发展战略'],
  townscape: ['positioning-livable-city', '塑造盂县魅力人文的城乡风貌'],
  grid: ['positioning-livable-city', '四纵四横'],
  outerRing: ['positioning-livable-city', '外环'],
  innerNet: ['positioning-livable-city', '内网'],
  network: ['positioning-livable-city', '综合交通网络'],
  newIndustries: ['positioning-emerging-industry', '战略性新兴产业谋项目、抓项目、上项目'],
  newEnergy: ['positioning-emerging-industry', '壮大新能源产业规模'],
  aviationIndustry: ['positioning-emerging-industry', '发展通用航空产业'],
  newMaterials: ['positioning-emerging-industry', '培育壮大新材料产业'],
  informationIndustry: ['positioning-emerging-industry', '大力发展新一代信息技术产业'],
  savingIndustry: ['positioning-emerging-industry', '加快发展节能环保产业'],
  oldIndustries: ['positioning-traditional-industry', '传统的耐火产业、建材、铝土、铸造、煤炭采掘'],
  refractories: ['positioning-traditional-industry', '耐火产业'],
  coalMining: ['positioning-traditional-industry', '煤炭采掘'],
  coalPower: ['positioning-traditional-industry', '抓好煤电一体化项目'],
  wasteUse: ['positioning-traditional-industry', '做好固废利用'],
  prefabMaterials: ['positioning-traditional-industry', '发展装配式建材循环产业'],
  wellnessTrades: ['positioning-tourism-wellness', '发展文旅康养新业态'],
  farmVisits: ['positioning-tourism-wellness', '生态农业观光'],
  wellness: ['positioning-tourism-wellness', '健康颐养'],
  sports: ['positioning-tourism-wellness', '运动休闲'],
  holidays: ['positioning-tourism-wellness', '旅游度假'],
  tourismBrand: ['positioning-tourism-wellness', '“全省旅游重点县”品牌'],
  ecoPlus: ['positioning-tourism-wellness', '“生态+”“+生态”发展新模式'],
  wholeArea: ['positioning-tourism-wellness', '因地制宜、联动全域'],
  fourZones: ['positioning-tourism-wellness', '集中发展四大旅游板块'],
  cultureBrand: ['positioning-tourism-wellness', '提升文化品牌效益'],
  farmBase: ['positioning-specialty-agriculture', '打造特色农业发展示范地'],
  dryFarming: ['positioning-specialty-agriculture', '以有机旱作农业为统领'],
  herbs: ['positioning-specialty-agriculture', '盂桔梗、北沙参、艾草等特色项目'],
  roadAndRail: ['positioning-modern-logistics', '铁路、公路的便利交通条件'],
  trade: ['positioning-modern-logistics', '积极发展商贸物流、冷链物流和大宗货物物流'],
  bulkGoods: ['positioning-modern-logistics', '大宗货物物流'],
  smartTransport: ['positioning-modern-logistics', '推进交通运输领域数字化、智慧化应用'],
  seatLogistics: ['positioning-modern-logistics', '完善县城物流网络'],
  ruralLogistics: ['positioning-modern-logistics', '加快布设乡镇、农村物流网点'],
  onlineTrade: ['positioning-modern-logistics', '发展电商平台'],
  buildAirport: ['positioning-modern-logistics', '建设盂县通用航空机场'],
  airFreight: ['positioning-modern-logistics', '探索发展航空货运物流'],
  oneBase: ['positioning-modern-logistics', '“基地+市场+配送”一体化要求'],
  // goals
  advantages: ['goals-intro', '充分发挥资源、区位、交通、文化等诸多优势'],
  transportAdvantage: ['goals-intro', '交通'],
  yangquanOne: ['goals-eight-strong-counties', '积极融入阳泉的区域一体化协同发展战略'],
  strongIndustry: ['goals-eight-strong-counties', '新型工业强县'],
  strongFarming: ['goals-eight-strong-counties', '特优农业强县'],
  strongTrade: ['goals-eight-strong-counties', '商贸物流强县'],
  strongTourism: ['goals-eight-strong-counties', '文旅康养强县'],
  strongTowns: ['goals-eight-strong-counties', '城乡融合强县'],
  eightStrong: ['goals-eight-strong-counties', '特色鲜明的“八大强县”'],
  cleanEnergy: ['goals-economy', '清洁能源'],
  greenMaterials: ['goals-economy', '绿色建材'],
  aviation: ['goals-economy', '通用航空'],
  tourismWellness: ['goals-economy', '文旅康养'],
  specialtyFarming: ['goals-economy', '特色农业'],
  fiveClusters: ['goals-economy', '五大产业集群效应显现'],
  balanced: ['goals-economy', '区域发展协调性明显增强'],
  neighbours: ['goals-economy', '晋东、冀西、太行山西麓区域'],
  startUps: ['goals-innovation', '创新创业集聚效应日益显著'],
  zonePlatform: ['goals-reform-opening', '经济技术开发区平台建立完善'],
  capitalRegion: ['goals-reform-opening', '有效融入“京津冀、雄安新区”发展圈'],
  landscapes: ['goals-ecology', '山水林田湖草综合治理工程'],
  clearWater: ['goals-ecology', '碧水'],
  landPattern: ['goals-ecology', '国土空间开发保护格局不断优化'],
  energyUse: ['goals-ecology', '能源资源配置更加合理、利用效率大幅提高'],
  loyalty: ['goals-culture', '忠义文化'],
  ecoCulture: ['goals-culture', '生态文化'],
  folkCulture: ['goals-culture', '民间民俗文化'],
  planning: ['goals-urban-rural', '不断完善城乡规划体系'],
  mainSeat: ['goals-urban-rural', '大县城'],
  keyTowns: ['goals-urban-rural', '重点镇'],
  centralVillages: ['goals-urban-rural', '中心村'],
  seatCapacity: ['goals-urban-rural', '提升县城承载功能'],
  townAndCountry: ['goals-urban-rural', '城乡融合发展迈出新步伐'],
  smallerGap: ['goals-urban-rural', '城乡差距显著缩小'],
  ruralRevival: ['goals-wellbeing', '乡村振兴全面推进'],
} as const satisfies Record<string, readonly [para: string, quote: string]>;

export type Phrase = keyof typeof PHRASES;

const cite = (phrase: Phrase, role: RefRole, basis: PlanRef['basis']): PlanRef => {
  const [para, quote] = PHRASES[phrase];
  return { doc: 'outline', para, quote, role, basis };
};

/** The plan sets this out, and names it or its group. */
export const defines = (phrase: Phrase): PlanRef => cite(phrase, 'defines', 'named');
/** The plan names it or its group in passing. */
export const names = (phrase: Phrase): PlanRef => cite(phrase, 'mentions', 'named');
/** The plan does not name it there; the link is our own reading. */
export const reads = (phrase: Phrase): PlanRef => cite(phrase, 'mentions', 'reading');
/** The words limit it, by our own reading. */
export const limits = (phrase: Phrase): PlanRef => cite(phrase, 'constrains', 'reading');
