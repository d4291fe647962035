export const SERVE_SUMMARY = 'Serve the site (what npm start does)'

export const SERVE_HELP = `Usage: spydspiss serve

Opens the database (an embedded one in DATA_DIR, or the PostgreSQL that DATABASE_URL names), brings it to this version,
and serves the site and the API on HOST:PORT. While it prepares, /health/ready says what it is doing. SIGTERM and Ctrl-C
let the requests under way finish, then it ends.`
