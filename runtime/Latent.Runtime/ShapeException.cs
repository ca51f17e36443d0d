namespace Latent.Runtime;

/// <summary>
/// Thrown when an argument of an operation has the wrong number of values: not a whole number of rows, an empty batch, or a
/// destination of the wrong length.
/// </summary>
public sealed class ShapeException : InputException
{
    internal ShapeException(string problem, string operation, string argument, string expected, string received, string fix)
        : base(problem, operation, argument, expected, received, fix)
    {
    }
}
