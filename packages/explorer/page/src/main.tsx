import './style/page.css';
import './style/asking.css';
import './style/side.css';
import './style/workspace.css';
import './style/answer.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { fetchRoles } from './asking/roles';
import { Explorer } from './explorer';
import { fetchExploredApi } from './explored-api';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root".');

Promise.all([fetchExploredApi(), fetchRoles()]).then(
  ([api, offer]) => {
    document.title = `${api.title} explorer`;
    createRoot(root).render(
      <StrictMode>
        <Explorer api={api} offer={offer} />
      </StrictMode>,
    );
  },
  (error: Error) => {
    root.textContent = error.message;
  },
);
