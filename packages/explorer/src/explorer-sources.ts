/** What the page may load. Its editor makes its styles, with the pictures in them, in the page; all else is its own. */
export const EXPLORER_SOURCES = {
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
};
