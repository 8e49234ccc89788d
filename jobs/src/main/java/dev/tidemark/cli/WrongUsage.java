package dev.tidemark.cli;

import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with the arguments, what was perhaps meant, and where the help is. */
final class WrongUsage implements IParameterExceptionHandler {
  private static final int EXIT_CODE = 2;

  @Override
  public int handleParseException(ParameterException wrong, String[] args) {
    var command = wrong.getCommandLine();
    command.getErr().println("tidemark: " + wrong.getMessage());
    UnmatchedArgumentException.printSuggestions(wrong, command.getErr());
    command.getErr().printf("See %s --help%n", command.getCommandSpec().qualifiedName());
    return EXIT_CODE;
  }
}
