using System.Text;
using System.Text.Json;
using Latent.Bundles;

namespace Latent.Sequences;

/// <summary>
/// The tokens of a sequence model by index: <c>vocabulary.json</c> of kind <c>tokens</c>. The first four are special tokens:
/// padding after the end of a sequence, its beginning, its end, and the token that stands for all others. Immutable.
/// </summary>
public sealed class TokenVocabulary
{
    /// <summary>The padding after the end of a sequence: 0.</summary>
    public const int Pad = 0;

    /// <summary>The token that a decoder reads before the first one: 1.</summary>
    public const int Begin = 1;

    /// <summary>The token after the last one: 2.</summary>
    public const int End = 2;

    /// <summary>The token that stands for one outside the vocabulary: 3.</summary>
    public const int Unknown = 3;

    /// <summary>The value of <c>kind</c> in <c>vocabulary.json</c>.</summary>
    public const string Kind = "tokens";

    private readonly Dictionary<string, int> indices;

    /// <summary>Creates a vocabulary.</summary>
    /// <param name="tokenizer">The tokenizer that splits text into tokens, such as <c>words</c>.</param>
    /// <param name="tokens">The tokens by index, the four of <see cref="Special"/> first; each once.</param>
    /// <exception cref="ArgumentException">The special tokens are missing, or a token is empty or occurs twice.</exception>
    public TokenVocabulary(string tokenizer, IReadOnlyList<string> tokens)
    {
        ArgumentException.ThrowIfNullOrEmpty(tokenizer);
        ArgumentNullException.ThrowIfNull(tokens);
        (Tokenizer, Tokens) = (tokenizer, [.. tokens]);
        if (FindFault(Tokens) is { } fault)
            throw new ArgumentException(fault, nameof(tokens));
        indices = Tokens.Select((token, index) => (token, index))
            .ToDictionary(entry => entry.token, entry => entry.index, StringComparer.Ordinal);
    }

    /// <summary>The text of the padding, begin, end and unknown tokens.</summary>
    public static IReadOnlyList<string> Special { get; } = ["<pad>", "<begin>", "<end>", "<unknown>"];

    /// <summary>The tokenizer that splits text into tokens, such as <c>words</c>.</summary>
    public string Tokenizer { get; }

    /// <summary>The tokens by index.</summary>
    public IReadOnlyList<string> Tokens { get; }

    /// <summary>The number of tokens, including special ones.</summary>
    public int Count => Tokens.Count;

    /// <summary>Returns the index of a token; <see cref="Unknown"/> when it is not in the vocabulary or is a special token.</summary>
    public int IndexOf(string token) =>
        indices.TryGetValue(token, out var index) && index >= Special.Count ? index : Unknown;

    /// <summary>Reads <c>vocabulary.json</c>.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="BundleException">The file cannot be read, or is not a vocabulary of this kind.</exception>
    public static TokenVocabulary Read(string path)
    {
        try
        {
            using var json = BundleFiles.ReadJson(path);
            return Read(json.RootElement, path);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw Unreadable(path, exception.Message, exception);
        }
    }

    /// <summary>Returns the bytes of <c>vocabulary.json</c>: equal vocabularies give equal bytes.</summary>
    public byte[] ToJson()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(
            stream,
            new() { Indented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteString("kind", Kind);
            writer.WriteString("tokenizer", Tokenizer);
            writer.WriteStartArray("tokens");
            foreach (var token in Tokens)
                writer.WriteStringValue(token);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        stream.Write(Encoding.UTF8.GetBytes("\n"));
        return stream.ToArray();
    }

    private static TokenVocabulary Read(JsonElement root, string path)
    {
        if (GetText(root, "kind") is not Kind)
            throw Unreadable(path, GetText(root, "kind") is { } kind ? $"kind {ErrorText.Quote(kind)}" : "no kind");
        if (GetText(root, "tokenizer") is not { Length: > 0 } tokenizer)
            throw Unreadable(path, "no tokenizer");
        if (!root.TryGetProperty("tokens", out var list) || list.ValueKind != JsonValueKind.Array
            || list.EnumerateArray().Any(token => token.ValueKind != JsonValueKind.String))
            throw Unreadable(path, "no list of tokens");

        string[] tokens = [.. list.EnumerateArray().Select(token => token.GetString()!)];
        return FindFault(tokens) is { } fault ? throw Unreadable(path, fault) : new TokenVocabulary(tokenizer, tokens);
    }

    private static string? GetText(JsonElement root, string key) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static string? FindFault(IReadOnlyList<string> tokens)
    {
        if (!tokens.Take(Special.Count).SequenceEqual(Special))
            return $"the first tokens are not {string.Join(", ", Special)}";
        if (tokens.Any(string.IsNullOrEmpty))
            return "a token is empty";
        return tokens.GroupBy(token => token, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } duplicate
            ? $"the token {ErrorText.Quote(duplicate.Key)} occurs twice"
            : null;
    }

    private static BundleException Unreadable(string path, string received, Exception? inner = null) => new(
        "The vocabulary cannot be read.", path, $"JSON with kind {Kind}, a tokenizer and a list of tokens, {string.Join(", ",
        Special)} first", received, Fixes.WriteAgain, inner);
}
