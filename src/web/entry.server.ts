/** The framework looks for its server entry here. */
export { default, handleError } from './routes/render.tsx'
