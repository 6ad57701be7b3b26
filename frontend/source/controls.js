// All other controls of ipywidgets, with their style sheet and icons.

import "./core.js";
import sheet from "./controls.css";
import { link } from "./sheet.js";

export * from "@jupyter-widgets/controls";

await link(sheet);
