/**
 * Lectern’s own templates by their text, as Handlebars compiles them. Compiling takes longer than filling, so the bundle
 * has in place of this file one that `esbuild.config.js` writes; what runs from elsewhere compiles them anew.
 */
export const precompiled: ReadonlyMap<string, object> = new Map()
