import { createApp } from 'vue';
import 'plan-atlas';
import App from './App.vue';

/* With @vitejs/plugin-vue: template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('plan-') } } */
createApp(App).mount('#root');
