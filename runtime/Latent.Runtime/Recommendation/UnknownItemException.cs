namespace Latent.Runtime;

/// <summary>Thrown for a rating of an item that the model does not know; the message names the nearest known item.</summary>
public sealed class UnknownItemException : InputException
{
    internal UnknownItemException(string item, string nearest, int count, string operation, string argument)
        : base(
            "The item is unknown to the model.", operation, argument, $"one of its {count} items", $"\"{item}\"",
            $"omit it, or use \"{nearest}\" if that is meant.") =>
        (Item, Nearest) = (item, nearest);

    /// <summary>The unknown item as received.</summary>
    public string Item { get; }

    /// <summary>The known id or title with the most similar spelling.</summary>
    public string Nearest { get; }
}
