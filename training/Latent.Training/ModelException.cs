namespace Latent.Training;

/// <summary>The exception for model options that contradict each other or do not fit the rows.</summary>
/// <param name="message">The problem, the received value and the fix.</param>
/// <param name="option">The option at fault, as written in a recipe; null where it is not a single one.</param>
public sealed class ModelException(string message, string? option = null) : Exception(message)
{
    /// <summary>The option at fault, as written in a recipe, such as <c>length</c>; null where it is not a single one.</summary>
    public string? Option => option;
}
