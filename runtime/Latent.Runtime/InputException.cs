using Latent.Bundles;

namespace Latent.Runtime;

/// <summary>
/// An argument of a verb cannot be used: a value that is not finite, a threshold that the bundle does not have, ...
/// The message says what is wrong, where, what was expected, what was received and the cure, one a line.
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

    /// <summary>The argument, as the verb names it. The message names it too.</summary>
    public string Argument { get; }
}
