using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Latent.Training.Binding;

/// <summary>Reads YAML into nodes with positions. Duplicate keys, several documents and unknown anchors are errors.</summary>
internal sealed class YamlNodeReader
{
    private const int MaxDepth = 32;
    private readonly string source;
    private readonly bool hasLines;
    private readonly IParser parser;
    private readonly Dictionary<AnchorName, RecipeNode> anchors = [];

    private YamlNodeReader(TextReader text, string source, bool hasLines) =>
        (parser, this.source, this.hasLines) = (new Parser(text), source, hasLines);

    /// <param name="text">One YAML document.</param>
    /// <param name="source">The name of the source in error messages.</param>
    /// <param name="hasLines">Whether error messages state line and column.</param>
    public static RecipeNode Read(TextReader text, string source, bool hasLines = true)
    {
        var reader = new YamlNodeReader(text, source, hasLines);
        try
        {
            return reader.ReadDocument();
        }
        catch (YamlException error)
        {
            throw new RecipeException(reader.At(error.Start), $"this is not YAML: {error.Message}", error);
        }
    }

    private RecipeNode ReadDocument()
    {
        parser.Consume<StreamStart>();
        if (parser.TryConsume<StreamEnd>(out _)) return new RecipeScalar(At(parser.Current?.Start ?? Mark.Empty), "", IsQuoted: false);
        parser.Consume<DocumentStart>();
        var node = ReadNode(0);
        parser.Consume<DocumentEnd>();
        return parser.Accept<DocumentStart>(out var second)
            ? throw new RecipeException(At(second), "a second document starts here; a recipe is a single document.")
            : node;
    }

    private RecipeNode ReadNode(int depth)
    {
        var start = parser.Current!;
        if (depth > MaxDepth) throw new RecipeException(At(start), $"nested more than {MaxDepth} levels deep.");
        if (parser.TryConsume<AnchorAlias>(out var alias))
            return anchors.TryGetValue(alias.Value, out var known) ? known : throw new RecipeException(
                At(start), $"the anchor &{alias.Value} is not defined above.");
        var anchor = start is NodeEvent named ? named.Anchor : AnchorName.Empty;
        RecipeNode node = start switch
        {
            MappingStart => ReadMapping(depth),
            SequenceStart => ReadSequence(depth),
            _ => ReadScalar(),
        };
        if (!anchor.IsEmpty) anchors[anchor] = node;
        return node;
    }

    private RecipeMapping ReadMapping(int depth)
    {
        var position = At(parser.Consume<MappingStart>());
        var entries = new List<RecipeEntry>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            if (parser.Current is not Scalar) throw new RecipeException(At(parser.Current!), "a key must be a single word.");
            var key = ReadScalar();
            if (entries.Find(entry => entry.Key == key.Text) is { } first)
                throw new RecipeException(
                    key.Position,
                    $"the key \"{key.Text}\" is given twice; the first is in line {first.KeyPosition.Line}.");
            entries.Add(new(key.Text, key.Position, ReadNode(depth + 1)));
        }

        return new(position, entries);
    }

    private RecipeSequence ReadSequence(int depth)
    {
        var position = At(parser.Consume<SequenceStart>());
        var items = new List<RecipeNode>();
        while (!parser.TryConsume<SequenceEnd>(out _))
            items.Add(ReadNode(depth + 1));
        return new(position, items);
    }

    private RecipeScalar ReadScalar()
    {
        var scalar = parser.Consume<Scalar>();
        return new(At(scalar), scalar.Value, IsQuoted: scalar.Style is not ScalarStyle.Plain);
    }

    private RecipePosition At(ParsingEvent position) => At(position.Start);

    private RecipePosition At(Mark mark) => hasLines ? new(source, (int)mark.Line, (int)mark.Column) : new(source);
}
