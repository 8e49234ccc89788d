package dev.tidemark.arch.violations.text;

import ai.onnxruntime.OrtEnvironment;

/** Breaks a rule on purpose. */
public final class RunsModels {
  OrtEnvironment runtime() {
    return OrtEnvironment.getEnvironment();
  }
}
