import 'boosted/dist/css/boosted-reboot.min.css';
import './theme/fonts.css';
import './theme/tokens.css';
import './theme/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { startTranslation } from './strings/translation';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root element.');

startTranslation();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
