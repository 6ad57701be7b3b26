// Everything that every page needs. What is loaded later imports this too, although it may need
// little of it: the bundler then makes one file of it instead of one for each way to share it.

export { Kernel } from "./kernel.js";
export { Manager } from "./manager.js";
export { fill, showOutputs } from "./outputs.js";
export { arrival, sayGoodbye, tell, whole } from "./page.js";
