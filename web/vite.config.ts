/** How the page is built: one folder of hashed files that the server hands out, nothing inline, nothing from elsewhere. */
import { join } from "node:path";
import { defineConfig } from "vite";
import { worldAtlas } from "./world-atlas.js";

const ROOT = join(import.meta.dirname, "..");

export default defineConfig({
  root: import.meta.dirname,
  plugins: [worldAtlas(ROOT)],
  build: {
    outDir: join(ROOT, "dist", "assets", "web"),
    emptyOutDir: true,
    target: ["es2022", "chrome123", "firefox121", "safari17.5"],
    // Fonts and pictures stay files: the page's policy allows none that are written into the style sheet.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: { proxy: { "/api": process.env.CHANCERY_API ?? "http://127.0.0.1:8731" } },
});
