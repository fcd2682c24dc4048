import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './style.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { fetchRoles } from './asking/roles';
import { Explorer } from './explorer';
import { fetchSavedExamples } from './saved-example';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root".');

void Promise.all([fetchSavedExamples(), fetchRoles()]).then(([examples, offer]) => {
  createRoot(root).render(
    <StrictMode>
      <Explorer examples={examples} offer={offer} />
    </StrictMode>,
  );
});
