import type { RequestHandler } from "express";

/** Three records, each on the one before. */
const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#0645ad"/>
<g fill="none" stroke="#fff" stroke-width="2.5" stroke-linejoin="round"><path d="M16 5 27 10.5 16 16 5 10.5Z"/><path d="M5 16.5 16 22 27 16.5"/><path d="M5 22 16 27.5 27 22"/></g></svg>`;

/** The icon that browsers ask for beside any page. */
export const icon: RequestHandler = (_, response) => {
  response.set("Cache-Control", "public, max-age=86400").type("image/svg+xml").send(ICON);
};
