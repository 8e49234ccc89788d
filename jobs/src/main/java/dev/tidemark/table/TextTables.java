package dev.tidemark.table;

import static dev.tidemark.table.Col.*;
import static dev.tidemark.table.ColumnSpec.required;
import static org.apache.spark.sql.types.DataTypes.FloatType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import java.util.List;

/** Tables about what people wrote. */
final class TextTables {
  /** Texts as vectors. */
  static final TableSpec EMBEDDINGS =
      new TableSpec(
          "embeddings",
          TableSpec.Role.OPERATION,
          "Texts as vectors, each computed once and kept.",
          "one cleaned text under one model",
          List.of(MODEL, CONTENT_HASH),
          List.of(MODEL),
          List.of(
              required(MODEL, StringType, "what made the vector: model, version, length read"),
              required(
                  CONTENT_HASH, StringType, "SHA-256 of the cleaned text, masked; docs/texts.md"),
              required(
                  VECTOR,
                  createArrayType(FloatType),
                  "the text's place among others, of length 1 (all 0 if it says nothing): the sum of products of two is their cosine")),
          List.of(new Check("vector_is_not_empty", VECTOR, "size(vector) > 0")));

  /** What static vectors were learnt. */
  static final TableSpec TOKEN_VECTORS =
      new TableSpec(
          "token_vectors",
          TableSpec.Role.OPERATION,
          "What word pieces and pairs of them add to the vector of a text, learnt once.",
          "one word piece or pair of neighbours under one model",
          List.of(MODEL, TOKEN),
          List.of(MODEL),
          List.of(
              required(MODEL, StringType, "the model of static vectors, as in embeddings"),
              required(
                  TOKEN,
                  LongType,
                  "a piece's number in the vocabulary; of a pair the first's times 2^20 plus the second's"),
              required(
                  VECTOR,
                  createArrayType(FloatType),
                  "what it adds each time it occurs, before the sum is brought to length 1")),
          List.of(new Check("vector_is_not_empty", VECTOR, "size(vector) > 0")));

  static final List<TableSpec> ALL = List.of(EMBEDDINGS, TOKEN_VECTORS);

  private TextTables() {}
}
