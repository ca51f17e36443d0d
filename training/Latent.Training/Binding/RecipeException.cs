namespace Latent.Training.Binding;

/// <summary>
/// The exception for an invalid recipe, or an invalid override on the command line. The message starts with the position:
/// file, line, column.
/// </summary>
public sealed class RecipeException : Exception
{
    /// <summary>Creates an exception for a position in a recipe.</summary>
    /// <param name="position">The position.</param>
    /// <param name="problem">The problem, and what is expected.</param>
    /// <param name="inner">The inner exception, if any.</param>
    public RecipeException(RecipePosition position, string problem, Exception? inner = null)
        : base($"{position}: {problem}", inner)
    {
        Position = position;
        Problem = problem;
    }

    /// <summary>The position.</summary>
    public RecipePosition Position { get; }

    /// <summary>The problem, without the position.</summary>
    public string Problem { get; }
}
