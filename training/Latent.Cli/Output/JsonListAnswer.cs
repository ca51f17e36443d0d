using System.Text.Json;

namespace Latent.Cli;

/// <summary>Writes a JSON object with a list incrementally, without keeping the list members in memory.</summary>
/// <param name="output">Receives the JSON.</param>
/// <param name="name">The key of the list, the first key of the object.</param>
internal sealed class JsonListAnswer(TextWriter output, string name)
{
    private bool hasBegun;
    private bool hasMembers;

    /// <summary>Writes the next member.</summary>
    public void Add(object member)
    {
        Begin();
        output.Write($"{(hasMembers ? "," : "")}\n    {JsonSerializer.Serialize(member, Json.Line)}");
        hasMembers = true;
    }

    /// <summary>Ends the list and writes the other keys.</summary>
    /// <param name="rest">An object with at least one key.</param>
    public void Complete(object rest)
    {
        Begin();
        output.WriteLine($"{(hasMembers ? "\n  " : "")}],{JsonSerializer.Serialize(rest, Json.Indented)[1..]}");
    }

    // Deferred until there is output: a command that fails early writes nothing.
    private void Begin()
    {
        if (!hasBegun)
            output.Write($"{{\n  \"{name}\": [");
        hasBegun = true;
    }
}
