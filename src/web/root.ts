/** The framework looks for its root here; JSX lives under `routes` and `ui` only, since the server runs from source. */
export { default, ErrorBoundary, Layout, loader, middleware } from './routes/root.tsx'
