using Latent.Bundles;

namespace Latent.Runtime;

/// <summary>
/// An argument of a verb cannot be used: a value that is not finite, a threshold that the bundle does not have, ...
/// The message says what is wrong, where, what was expected, what was received and the cure, one a line.
/// </summary>
public class InputException : ArgumentException
{
    internal InputException(string problem, string operation, string argument, string? expected, string? received, string? fix)
        : base(ErrorText.Compose(problem, $"{operation}, argument '{argument}'", expected, received, fix)) =>
        Argument = argument;

    /// <summary>The argument, as the verb names it. The message names it too.</summary>
    public string Argument { get; }
}
