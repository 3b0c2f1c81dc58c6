/** Starts the page. */
import { render } from "preact";
import { App } from "./app.js";
import { restoreTheme } from "./components/theme.js";
import "./styles/index.css";
import { listenToLinks } from "./url/location.js";

restoreTheme();
listenToLinks();
const place = document.getElementById("page");
if (place) {
  place.textContent = "";
  render(<App />, place);
}
