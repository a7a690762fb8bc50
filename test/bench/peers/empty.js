/** What a page of nothing costs here. */
import { container, tellIdle } from './common.js';

container.textContent = '盂县空间规划图集';
void tellIdle();
