package limbeck.python.syntax;

/** The parts of the parser, which call each other as the rules of the grammar do. */
final class Grammar {
  final TokenCursor cursor;
  final Problems problems;
  final ExpressionParser expressions;
  final AtomParser atoms;
  final DisplayParser displays;
  final TrailerParser trailers;
  final StringParser strings;
  final FormatStringParser formatStrings;
  final ParameterParser parameters;
  final PatternParser patterns;
  final TargetParser targets;
  final SimpleStatementParser simpleStatements;
  final CompoundStatementParser compoundStatements;
  final MatchParser matches;
  final DefinitionParser definitions;
  final ImportParser imports;
  final StatementParser statements;

  Grammar(TokenCursor cursor) {
    this.cursor = cursor;
    this.problems = new Problems(cursor);
    this.expressions = new ExpressionParser(this);
    this.atoms = new AtomParser(this);
    this.displays = new DisplayParser(this);
    this.trailers = new TrailerParser(this);
    this.strings = new StringParser(this);
    this.formatStrings = new FormatStringParser(this);
    this.parameters = new ParameterParser(this);
    this.patterns = new PatternParser(this);
    this.targets = new TargetParser(this);
    this.simpleStatements = new SimpleStatementParser(this);
    this.compoundStatements = new CompoundStatementParser(this);
    this.matches = new MatchParser(this);
    this.definitions = new DefinitionParser(this);
    this.imports = new ImportParser(this);
    this.statements = new StatementParser(this);
  }
}
