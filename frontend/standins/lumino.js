// In place of `@lumino/widgets`, which is one file with docks, menus and a command palette: the
// few classes that ipywidgets builds on, from the package's own sources.

export { Panel } from "@lumino/widgets/src/panel.ts";
export { PanelLayout } from "@lumino/widgets/src/panellayout.ts";
export { TabBar } from "@lumino/widgets/src/tabbar.ts";
export { Widget } from "@lumino/widgets/src/widget.ts";
