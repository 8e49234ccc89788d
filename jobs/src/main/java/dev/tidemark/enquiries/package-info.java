/** What became of each enquiry, as far as it was observed. */
package dev.tidemark.enquiries;
