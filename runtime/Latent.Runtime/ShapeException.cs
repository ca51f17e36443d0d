namespace Latent.Runtime;

/// <summary>
/// Thrown when an argument of an operation has the wrong number of values: not a whole number of rows, an empty batch, or a
/// destination of the wrong length.
/// </summary>
public sealed class ShapeException : InputException
{
    /// <summary>An error of an operation over a model.</summary>
    /// <param name="problem">What is wrong, in a sentence.</param>
    /// <param name="operation">The operation that was called.</param>
    /// <param name="argument">The argument, as the operation names it.</param>
    /// <param name="expected">What would be right; null where the problem says it.</param>
    /// <param name="received">What was passed.</param>
    /// <param name="fix">What to do about it.</param>
    public ShapeException(string problem, string operation, string argument, string expected, string received, string fix)
        : base(problem, operation, argument, expected, received, fix)
    {
    }
}
