using System.Globalization;
using System.Text;

namespace Latent.Bundles;

/// <summary>
/// Checks that tensors of an ONNX file have as many bytes as their shapes require, in the file or in an external data file.
/// </summary>
internal sealed class OnnxTensorCheck(string path)
{
    private const int MaxDimensions = 16;
    private const int MaxTextLength = 1000;

    // Bytes per element by ONNX element type; 0 for types that are not supported (strings, complex numbers, parts of a byte).
    private static readonly int[] ElementSizes = [0, 4, 1, 1, 2, 2, 4, 8, 0, 1, 2, 8, 4, 8, 0, 0, 2];

    private readonly Dictionary<string, long> files = [];

    /// <summary>Checks a tensor.</summary>
    /// <returns>The location of its values if they are external data; null otherwise.</returns>
    public ExternalTensor? Check(ReadOnlySpan<byte> bytes)
    {
        var (elements, shape, name, type, isExternal) = ((UInt128)1, new List<long>(), "", 0UL, false);
        int? raw = null;
        var external = new Dictionary<string, string>();
        for (var reader = OnnxFileCheck.Reader(bytes, path); !reader.AtEnd;)
        {
            switch (reader.Tag())
            {
                case (OnnxField.TensorDims, WireType.Varint):
                    elements = Times(elements, reader.Varint(), shape);
                    break;
                case (OnnxField.TensorDims, WireType.Bytes):
                    for (var packed = OnnxFileCheck.Reader(reader.Bytes(), path); !packed.AtEnd;)
                        elements = Times(elements, packed.Varint(), shape);
                    break;
                case (OnnxField.TensorDataType, WireType.Varint):
                    type = reader.Varint();
                    break;
                case (OnnxField.TensorName, WireType.Bytes):
                    name = Text(reader.Bytes());
                    break;
                case (OnnxField.TensorDataLocation, WireType.Varint):
                    isExternal = reader.Varint() != 0;
                    break;
                case (OnnxField.TensorRawData, WireType.Bytes):
                    raw = reader.Bytes().Length;
                    break;
                case (OnnxField.TensorExternalData, WireType.Bytes):
                    Entry(reader.Bytes(), external);
                    break;
                case var (_, other):
                    reader.Skip(other);
                    break;
            }
        }

        var size = elements * (UInt128)SizeOf(type);
        if (isExternal)
            return CheckExternal(size, external) with { Name = name, ElementType = (int)type, Shape = shape };
        if (raw is { } length ? size != (UInt128)length : elements > (UInt128)bytes.Length)
            throw Wrong("as many bytes as the shape of the tensor requires", raw is null ? "fewer" : $"{raw}");
        return null;
    }

    private UInt128 Times(UInt128 product, ulong size, List<long> shape)
    {
        if (shape.Count == MaxDimensions || size > int.MaxValue || product > int.MaxValue)
            throw Wrong($"a tensor of at most {MaxDimensions} dimensions and {int.MaxValue} values", "more");
        shape.Add((long)size);
        return product * size;
    }

    private int SizeOf(ulong type) => type < (ulong)ElementSizes.Length && ElementSizes[type] is > 0 and var size ? size : throw Wrong(
        "a numeric tensor", $"element type {type}");

    private void Entry(ReadOnlySpan<byte> bytes, Dictionary<string, string> entries)
    {
        var (key, value) = ("", "");
        for (var reader = OnnxFileCheck.Reader(bytes, path); !reader.AtEnd;)
        {
            switch (reader.Tag())
            {
                case (OnnxField.EntryKey, WireType.Bytes):
                    key = Text(reader.Bytes());
                    break;
                case (OnnxField.EntryValue, WireType.Bytes):
                    value = Text(reader.Bytes());
                    break;
                case var (_, type):
                    reader.Skip(type);
                    break;
            }
        }

        // Readers disagree on which of two duplicates counts.
        if (!entries.TryAdd(key, value))
            throw Wrong("each entry of external data once", ErrorText.Quote(key));
    }

    private string Text(ReadOnlySpan<byte> bytes) =>
        bytes.Length <= MaxTextLength
            ? Encoding.UTF8.GetString(bytes)
            : throw Wrong($"strings of at most {MaxTextLength} bytes", $"{bytes.Length}");

    private ExternalTensor CheckExternal(UInt128 size, Dictionary<string, string> entries)
    {
        if (!entries.TryGetValue("location", out var file) || !BundleFileName.IsPlain(file))
            throw Wrong($"external data in a file beside the graph: {BundleFileName.Rule}", ErrorText.Quote(file ?? ""));
        var (offset, length) = (Whole(entries, "offset") ?? 0, Whole(entries, "length"));
        if (length is { } stated && (UInt128)stated != size)
            throw Wrong($"{size} bytes of external data, as the shape of the tensor requires", $"{stated}");
        if ((UInt128)offset + size > (UInt128)SizeOf(file))
            throw Wrong($"external data within '{file}', {SizeOf(file)} bytes", $"{size} bytes from offset {offset}");
        return new("", 0, [], file, offset, (long)size);
    }

    private long? Whole(Dictionary<string, string> entries, string key)
    {
        if (!entries.TryGetValue(key, out var text))
            return null;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : throw Wrong(
            $"a whole number as the {key} of external data", ErrorText.Quote(text));
    }

    private long SizeOf(string file)
    {
        if (files.TryGetValue(file, out var known))
            return known;

        var folder = Path.GetDirectoryName(path)!;
        var beside = Path.Combine(folder, file);
        if (!File.Exists(beside))
            throw Wrong("external data in a file beside the graph", $"no file '{file}'");
        BundleFiles.RejectLinkOut(folder, beside);
        return files[file] = BundleFiles.SizeOf(beside);
    }

    private BundleException Wrong(string expected, string received) =>
        new("A tensor of a graph cannot be loaded.", path, expected, received, Fixes.CopyAgain);
}
