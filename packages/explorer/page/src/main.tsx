import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './style.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { fetchRoles } from './asking/roles';
import { Explorer } from './explorer';
import { fetchExploredApi } from './explored-api';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root".');

void Promise.all([fetchExploredApi(), fetchRoles()]).then(([api, offer]) => {
  document.title = `${api.title} explorer`;
  createRoot(root).render(
    <StrictMode>
      <Explorer api={api} offer={offer} />
    </StrictMode>,
  );
});
