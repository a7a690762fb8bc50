import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import 'plan-atlas';

const WORDS = {
  'zh-Hans': { list: '走廊、板块与机场', none: '还没有选择', clear: '清除选择', other: 'English' },
  en: {
    list: 'Corridors, zones and airport',
    none: 'Nothing is selected',
    clear: 'Clear',
    other: '简体中文',
  },
};
const LISTED = ['corridors', 'zones', 'airport'];

function PlanPage() {
  const [lang, setLang] = useState('zh-Hans');
  const [features, setFeatures] = useState([]);
  const [selected, setSelected] = useState(null);
  const words = WORDS[lang];
  const nameOf = ({ name, nameEn }) => (lang === 'en' && nameEn) || name;
  const chosen = features.find(({ id }) => id === selected);

  return (
    <div className="beside" lang={lang}>
      <div>
        <div className="tools">
          <button
            type="button"
            lang={lang === 'en' ? 'zh-Hans' : 'en'}
            data-action="language"
            onClick={() => setLang(lang === 'en' ? 'zh-Hans' : 'en')}
          >
            {words.other}
          </button>
          <button type="button" data-action="clear" onClick={() => setSelected(null)}>
            {words.clear}
          </button>
        </div>
        <p role="status">{chosen ? nameOf(chosen) : words.none}</p>
        <ul aria-label={words.list}>
          {features
            .filter(({ layer }) => LISTED.includes(layer))
            .map((feature) => (
              <li key={feature.id}>
                <button
                  type="button"
                  data-feature={feature.id}
                  aria-pressed={feature.id === selected}
                  onClick={() => setSelected(feature.id)}
                >
                  {nameOf(feature)}
                </button>
              </li>
            ))}
        </ul>
      </div>
      <plan-atlas
        src="../../bundle/yuxian.json"
        lang={lang}
        layers="corridors zones airport seats boundary"
        controls="text zoom"
        feature={selected}
        onplan-ready={({ detail }) =>
          setFeatures(detail.bundle.features.features.map(({ properties }) => properties))
        }
        onplan-feature-select={({ detail }) => setSelected(detail.featureId)}
      />
    </div>
  );
}

createRoot(document.querySelector('#root')).render(<PlanPage />);
