namespace Latent.Runtime;

/// <summary>A rating is of an item that the model does not know; the message names the nearest that it knows.</summary>
public sealed class UnknownItemException : InputException
{
    internal UnknownItemException(string item, string nearest, int count, string operation, string argument)
        : base("The model does not know an item.", operation, argument, $"one of its {count} items", $"\"{item}\"", $"leave it out, or write \"{nearest}\" where that is meant.") =>
        (Item, Nearest) = (item, nearest);

    /// <summary>The item, as it was written.</summary>
    public string Item { get; }

    /// <summary>The known id or title that is written most alike.</summary>
    public string Nearest { get; }
}
