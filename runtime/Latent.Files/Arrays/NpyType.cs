using System.Buffers.Binary;

namespace Latent.Files;

/// <summary>A NumPy dtype, and its reader.</summary>
internal sealed record NpyType(string Name, int Size, Func<ReadOnlySpan<byte>, bool, float> Read)
{
    private static readonly Dictionary<string, NpyType> ByCode = new(StringComparer.Ordinal)
    {
        ["f4"] = new("float32", 4, (b, big) => big ? BinaryPrimitives.ReadSingleBigEndian(b) : BinaryPrimitives.ReadSingleLittleEndian(b)),
        ["f8"] = new(
            "float64",
            8,
            (b, big) => (float)(big ? BinaryPrimitives.ReadDoubleBigEndian(b) : BinaryPrimitives.ReadDoubleLittleEndian(b))),
        ["u1"] = new("uint8", 1, (b, _) => b[0]),
        ["i2"] = new("int16", 2, (b, big) => big ? BinaryPrimitives.ReadInt16BigEndian(b) : BinaryPrimitives.ReadInt16LittleEndian(b)),
        ["i4"] = new("int32", 4, (b, big) => big ? BinaryPrimitives.ReadInt32BigEndian(b) : BinaryPrimitives.ReadInt32LittleEndian(b)),
        ["i8"] = new("int64", 8, (b, big) => big ? BinaryPrimitives.ReadInt64BigEndian(b) : BinaryPrimitives.ReadInt64LittleEndian(b)),
    };

    public static IEnumerable<string> Names => ByCode.Values.Select(type => type.Name);

    /// <param name="descr">For example <c>&lt;f4</c>: byte order, kind, size.</param>
    public static NpyType? Find(string descr) =>
        descr.Length == 3 && "<>|=".Contains(descr[0], StringComparison.Ordinal) ? ByCode.GetValueOrDefault(descr[1..]) : null;
}
