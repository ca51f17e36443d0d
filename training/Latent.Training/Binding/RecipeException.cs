namespace Latent.Training.Binding;

/// <summary>A recipe, or a change to one on the command line, that cannot be followed. The message begins with the place: file, line, column.</summary>
public sealed class RecipeException : Exception
{
    /// <summary>Makes an exception for a place in a recipe.</summary>
    /// <param name="position">Where it is.</param>
    /// <param name="problem">What is wrong, and what would be right.</param>
    /// <param name="inner">The error underneath, if any.</param>
    public RecipeException(RecipePosition position, string problem, Exception? inner = null)
        : base($"{position}: {problem}", inner)
    {
        Position = position;
        Problem = problem;
    }

    /// <summary>Where it is.</summary>
    public RecipePosition Position { get; }

    /// <summary>What is wrong, without the place.</summary>
    public string Problem { get; }
}
