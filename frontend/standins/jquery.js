// In place of jQuery's 85 KB: ipywidgets keeps `view.$el` for scripts of older days and itself
// takes only the element out of it again.

export default function $(node) {
  if (!new.target) return new $(node);
  this[0] = node;
  this.length = 1;
}

$.prototype.find = function find(selector) {
  return this[0].querySelectorAll(selector);
};
