// Vega for charts that were compiled ahead: what draws, without the compiler of Vega-Lite. Of Vega's
// transforms those are left out that Vega-Lite has no word for (forces, trees, word clouds, labels).

import { transforms } from "vega-dataflow";
import * as encode from "vega-encode";
import * as geo from "vega-geo";
import * as regression from "vega-regression";
import * as basic from "vega-transforms";
import { extend } from "vega-util";
import * as view from "vega-view-transforms";
import * as voronoi from "vega-voronoi";

extend(transforms, basic, view, encode, geo, regression, voronoi);

export { parse } from "vega-parser";
export { View } from "vega-view";
