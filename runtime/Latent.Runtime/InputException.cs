using Latent.Bundles;

namespace Latent.Runtime;

/// <summary>
/// Thrown when an argument of an operation is invalid: a value that is not finite, a threshold that the bundle does not list, ...
/// The message states the problem, the location, the expected and received values and the fix, one per line.
/// </summary>
public class InputException : ArgumentException
{
    /// <summary>An error of an operation over a model.</summary>
    /// <param name="problem">What is wrong, in a sentence.</param>
    /// <param name="operation">The operation that was called.</param>
    /// <param name="argument">The argument, as the operation names it.</param>
    /// <param name="expected">What would be right; null where the problem says it.</param>
    /// <param name="received">What was passed.</param>
    /// <param name="fix">What to do about it.</param>
    public InputException(string problem, string operation, string argument, string? expected, string? received, string? fix)
        : base(ErrorText.Compose(problem, $"{operation}, argument '{argument}'", expected, received, fix)) =>
        Argument = argument;

    /// <summary>The parameter name of the argument. The message contains it too.</summary>
    public string Argument { get; }
}
