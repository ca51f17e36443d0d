using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Latent.Files;
using Latent.Tests;

namespace Latent.Data.Tests;

public sealed class SwordModuleTests : IDisposable
{
    private static readonly string[] Entries =
    [
        "",
        """<milestone type="x-importer"/>""",
        """<div canonical="true" osisID="Gen" sID="gen1" type="book"/> <title type="main">GENESIS</title>""",
        """<chapter n="1" osisID="Gen.1" sID="Gen.1"/>""",
        """In the <w lemma="strong:H7225">beginning</w>,<note placement="foot">A note</note><w>God</w> created. """,
        "",
        """<transChange type="added">And</transChange> it was &amp; so.<lb/>¶ Amen. <chapter eID="Gen.1"/> glossary""",
        """<chapter n="2" osisID="Gen.2" sID="Gen.2"/>""",
        "Thus.",
        """<div osisID="Exod" sID="gen2" type="book"/>""",
        "no verse",
    ];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Read_OfAModule_ReturnsTheVersesWithText()
    {
        Write("ot", Entries);
        Write("nt", ["""<chapter n="1" osisID="Matt.1" sID="Matt.1"/>""", "Last."]);

        Assert.Equal(
            [new("Gen.1", 1, "In the beginning, God created."), new("Gen.1", 3, "And it was & so. Amen."), new(
                "Gen.2",
                1,
                "Thus."), new SwordVerse("Matt.1", 1, "Last.")],
            SwordModule.Read(folder.Path, "kjv"));
    }

    [Theory]
    [InlineData(".bzv", 0, 200)]
    [InlineData(".bzv", 48, 255)]
    [InlineData(".bzs", 4, 255)]
    [InlineData(".bzz", 0, 255)]
    public void Read_OfACorruptFile_SaysWhich(string ending, int position, int value)
    {
        Write("ot", Entries);
        Write("nt", ["none"]);
        var path = folder[$"kjv-ot{ending}"];
        var bytes = File.ReadAllBytes(path);
        (bytes[position], bytes[position + 1]) = ((byte)value, (byte)value);
        if (ending == ".bzv" && position == 0)
            bytes[8] = 1;
        File.WriteAllBytes(path, bytes);

        Assert.StartsWith(
            "A file of a SWORD module is corrupt.",
            Assert.Throws<DataException>(() => SwordModule.Read(folder.Path, "kjv").ToList()).Message);
    }

    [CachedDataFact("verses")]
    public void Verses_OfTwoTranslations_ArePaired()
    {
        var data = new DataCatalogue().Open("verses");

        Assert.Equal(62_190, data.Train.Count + data.Validation.Count + data.Test.Count);
        Assert.Equal(["kjv", "web"], data.Test.LabelNames);
        Assert.Equal([0, 1], data.Test.Labels!.Take(2));
        Assert.Equal("psalm", data.Train.Vocabulary!.Tokens[data.Train.Vocabulary.IndexOf("psalm")]);
        var pair = VersesEntries.Pairs(new DataCatalogue().GetPath("verses"))[2];
        Assert.Equal(new VersePair(
            "Gen.1.3",
            "And God said, Let there be light: and there was light.",
            "God said, “Let there be light,” and there was light.",
            IsTest: false), pair);
    }

    private void Write(string testament, string[] entries)
    {
        var plain = Encoding.UTF8.GetBytes(string.Concat(entries));
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            zlib.Write(plain);
        var (blocks, table, position) = (new byte[12], new byte[10 * entries.Length], 0);
        BinaryPrimitives.WriteUInt32LittleEndian(blocks.AsSpan(4), (uint)packed.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(blocks.AsSpan(8), (uint)plain.Length);
        for (var i = 0; i < entries.Length; i++)
        {
            var size = Encoding.UTF8.GetByteCount(entries[i]);
            BinaryPrimitives.WriteUInt32LittleEndian(table.AsSpan((i * 10) + 4), (uint)position);
            BinaryPrimitives.WriteUInt16LittleEndian(table.AsSpan((i * 10) + 8), (ushort)size);
            position += size;
        }

        File.WriteAllBytes(folder[$"kjv-{testament}.bzs"], blocks);
        File.WriteAllBytes(folder[$"kjv-{testament}.bzv"], table);
        File.WriteAllBytes(folder[$"kjv-{testament}.bzz"], packed.ToArray());
    }
}
