namespace Latent.Runtime;

/// <summary>An argument of a verb has the wrong number of values: no whole number of rows, no row, a destination of the wrong length.</summary>
public sealed class ShapeException : InputException
{
    internal ShapeException(string problem, string verb, string argument, string expected, string received, string cure)
        : base(problem, verb, argument, expected, received, cure)
    {
    }
}
