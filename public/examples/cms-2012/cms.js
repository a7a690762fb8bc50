/* As scripts were written in 2012: additions to what everybody shares, and everything in one ready function. */
Array.prototype.last = function () {
  return this[this.length - 1];
};
Array.prototype.contains = function (item) {
  return jQuery.inArray(item, this) !== -1;
};
String.prototype.trim = function () {
  return this.replace(/^\s+|\s+$/g, '');
};
Date.prototype.format = function () {
  return this.getFullYear() + '年' + (this.getMonth() + 1) + '月' + this.getDate() + '日';
};

jQuery(function ($) {
  $('#today').text(new Date().format());
  $('#larger').on('click', function () {
    $('#content').css('fontSize', '16px');
    return false;
  });
  $('#plan-widget').html(
    '<plan-atlas layers="transport boundary" controls="legend zoom"></plan-atlas>',
  );
});
