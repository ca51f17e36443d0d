namespace Latent.Runtime;

/// <summary>An argument of a verb has the wrong number of values: no whole number of rows, no row, a destination of the wrong length.</summary>
public sealed class ShapeException : InputException
{
    internal ShapeException(string problem, string operation, string argument, string expected, string received, string fix)
        : base(problem, operation, argument, expected, received, fix)
    {
    }
}
