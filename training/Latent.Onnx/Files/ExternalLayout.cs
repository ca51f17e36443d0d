using System.Globalization;
using Latent.Onnx.Schema;

namespace Latent.Onnx.Files;

/// <summary>The layout of weights in a file beside a graph: aligned offsets, so that the file can be mapped into memory.</summary>
internal sealed class ExternalLayout
{
    // Weights of a page or more start on a page (the ONNX specification's advice for mapping), others on a cache line.
    private const int Page = 4096;
    private const int CacheLine = 64;

    /// <summary>The number of bytes up to the last weight.</summary>
    public long Length { get; private set; }

    /// <summary>Reserves space for a weight.</summary>
    /// <returns>Its offset.</returns>
    public long Reserve(long bytes)
    {
        var alignment = bytes >= Page ? Page : CacheLine;
        var offset = (Length + alignment - 1) / alignment * alignment;
        Length = offset + bytes;
        return offset;
    }

    /// <summary>Writes the location of a weight.</summary>
    /// <param name="initializer">The weight in its graph.</param>
    /// <param name="fileName">The file name that the graph refers to.</param>
    /// <param name="offset">The offset of its first byte.</param>
    /// <param name="bytes">Its number of bytes.</param>
    public static void Refer(TensorProto initializer, string fileName, long offset, long bytes)
    {
        initializer.DataLocation = TensorProto.Types.DataLocation.External;
        initializer.ExternalData.Add(Pair("location", fileName));
        initializer.ExternalData.Add(Pair("offset", offset.ToString(CultureInfo.InvariantCulture)));
        initializer.ExternalData.Add(Pair("length", bytes.ToString(CultureInfo.InvariantCulture)));
    }

    private static StringStringEntryProto Pair(string key, string value) => new() { Key = key, Value = value };
}
