/** Which of many vectors are near to each other, without comparing all with all. */
package dev.tidemark.text.near;
