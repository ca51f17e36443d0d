using Latent.Bundles;
using Latent.Tests;
using Parquet;
using Parquet.Schema;

namespace Latent.Files.Tests;

public sealed class ParquetTableTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Read_EveryNumericType_IsAFeature()
    {
        var path = Write(
            ("flag", new[] { true, false }), ("byte", new byte[] { 1, 255 }), ("short", new short[] { -1, 2 }), ("int", new[] { -3, 4 }),
            ("uint", new[] { 5u, uint.MaxValue }), ("long", new[] { -6L, 7 }), ("float", new[] { 0.5f, -0.25f }),
            ("double", new[] { 0.1, 1e30 }), ("decimal", new[] { 1.25m, -2.5m }), ("maybe", new int?[] { 8, 9 }));

        var table = TableFile.Read(path);

        Assert.Equal(["flag", "byte", "short", "int", "uint", "long", "float", "double", "decimal", "maybe"], table.Columns!);
        Assert.Equal([1, 1, -1, -3, 5, -6, 0.5f, 0.1f, 1.25f, 8, 0, 255, 2, 4, uint.MaxValue, 7, -0.25f, 1e30f, -2.5f, 9], table.Values);
        Assert.Null(table.CategoricalColumns);
    }

    [Fact]
    public void Read_TextColumns_AreCategoricalAndLabels()
    {
        var path = Write(("protocol", new[] { "udp", null!, "tcp" }), ("bytes", new[] { 1, 2, 3 }), ("kind", new[] { "ok", "bad", "ok" }));

        var table = TableFile.Read(path, "kind", ["*"]);

        Assert.Equal([2, 1, 0, 2, 1, 3], table.Values);
        Assert.Equal(["tcp", "udp"], table.CategoricalColumns!.Find(0)!.Categories);
        Assert.Equal([1, 0, 1], table.Labels!);
        Assert.Equal(["bad", "ok"], table.LabelNames!);
    }

    [Fact]
    public void Read_LikeTheSameTextTable_GivesTheSameTable()
    {
        var csv = TableFile.Read(folder.Write("t.csv", "a,code,ok\n1.5,7,1\n-2,12,0\n"), "ok", ["code"]);
        var parquet = TableFile.Read(
            Write(("a", new[] { 1.5, -2 }), ("code", new[] { 7, 12 }), ("ok", new[] { true, false })),
            "ok",
            ["code"]);

        Assert.Equal(csv.Columns, parquet.Columns);
        Assert.Equal(csv.Values, parquet.Values);
        Assert.Equal(csv.Labels, parquet.Labels);
        Assert.Equal(csv.CategoricalColumns!.Columns[0].Categories, parquet.CategoricalColumns!.Columns[0].Categories);
    }

    [Fact]
    public void Read_ColumnNamesThatAreNumbers_AreNoRow()
    {
        var table = TableFile.Read(Write(("1", new[] { 3, 4 })));

        Assert.Equal(["1"], table.Columns!);
        Assert.Equal([3, 4], table.Values);
    }

    [Fact]
    public void Read_Null_NamesRowGroupRowAndColumn()
    {
        var path = ParquetBytes.Write(
            folder["t.parquet"],
            [("a", new[] { 1, 2 }), ("b", new double?[] { 1, 2 })],
            [("a", new[] { 3, 4 }), ("b", new double?[] { 3, null })]);

        var error = Assert.Throws<DataException>(() => TableFile.Read(path));

        Assert.Equal(
            $"A field is not a finite number.\nWhere: {path}, row group 2, row 2, column 2 (b)\nExpected: a number with a decimal point\n"
            +
                "Received: an empty field\nFix: Correct the field; for a label column, append ?label=b to the path; " +
                "for a categorical column, "
            + "?words=b.",
            error.Message);
    }

    [Theory]
    [InlineData(double.NaN, "\"NaN\"")]
    [InlineData(1e39, "\"1E+39\"")]
    public void Read_NotAFiniteNumber_IsRejected(double value, string received) => Assert.Equal(
        received, Assert.Throws<DataException>(() => TableFile.Read(Write(("a", new[] { 1, value })))).Received);

    [Fact]
    public async Task Read_NestedColumn_IsRejectedByName()
    {
        var schema = new ParquetSchema(new DataField<int>("a"), new StructField("point", new DataField<int?>("x")));
        await using (var stream = File.Create(folder["t.parquet"]))
        await using (var writer = await ParquetWriter.CreateAsync(schema, stream))
        {
            using var group = writer.CreateRowGroup();
            await group.WriteAsync<int>(schema.DataFields[0], new[] { 1 });
            await group.WriteAsync<int>(schema.DataFields[1], new int?[] { 2 });
        }

        var error = Assert.Throws<DataException>(() => TableFile.Read(folder["t.parquet"]));

        Assert.Equal(
            $"A column is nested.\nWhere: {folder["t.parquet"]}, column 2 (point)\nExpected: one number, boolean or string per row\n"
            + "Received: a struct\nFix: Write its values to columns of their own, or remove it.",
            error.Message);
        Assert.Equal([1], Rows(folder["t.parquet"], new(1, null, ["a"])));
    }

    [Fact]
    public void Read_Times_AreRejectedByName()
    {
        var path = Write(("when", new[] { DateTime.UnixEpoch }));

        var error = Assert.Throws<DataException>(() => TableFile.Read(path));

        Assert.Equal(
            $"The type of a column is not supported.\nWhere: {path}, column 1 (when)\nExpected: numbers, booleans or strings\n"
            + "Received: DateTime\nFix: Convert the column, or remove it.",
            error.Message);
    }

    [Fact]
    public void Read_WithoutRows_IsEmpty()
    {
        var path = Write(("a", Array.Empty<int>()));

        Assert.Equal("The table is empty.", Assert.Throws<DataException>(() => TableFile.Read(path)).Problem);
        Assert.Empty(Rows(path, new(1, null, null)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(100)]
    public void Read_Truncated_IsRejected(int length)
    {
        var bytes = File.ReadAllBytes(Write(("a", Enumerable.Range(0, 100).ToArray())));
        var path = folder.Write("cut.parquet", bytes[..length]);

        var error = Assert.Throws<DataException>(() => TableFile.Read(path));

        Assert.Equal("This is not a Parquet file, or it is corrupt.", error.Problem);
        Assert.Equal(path, error.Where);
    }

    [Fact]
    public void Read_Text_IsNoParquet() => Assert.Equal(
        "This is not a Parquet file, or it is corrupt.",
        Assert.Throws<DataException>(() => TableFile.Read(folder.Write("t.parquet", "a,b\n1,2\n3,4\n5,6\n"))).Problem);

    [Fact]
    public void Read_AnyByteChanged_IsReadOrRejected()
    {
        var bytes = File.ReadAllBytes(Write(
            ("a", Enumerable.Range(0, 20).ToArray()),
            ("b", new[] { "x", "y" }.SelectMany(text => Enumerable.Repeat(text, 10)).ToArray())));
        for (var i = 0; i < bytes.Length; i++)
        {
            var path = folder.Write("changed.parquet", [.. bytes[..i], (byte)(bytes[i] ^ 0x41), .. bytes[(i + 1)..]]);

            var error = Record.Exception(() => TableFile.Read(path, categoricalColumns: ["*"]));
            Assert.True(error is null or DataException, $"byte {i}: {error}");
        }
    }

    [Fact]
    public void Open_Missing_IsRejected() => Assert.Equal(
        "There is no such file.", Assert.Throws<DataException>(() => TableFile.Read(folder["none.parquet"])).Problem);

    [Fact]
    public void RowFile_Columns_AreFoundByNameInWhateverOrder()
    {
        var path = ParquetBytes.Write(
            folder["t.parquet"],
            [("protocol", new[] { "udp" }), ("when", new[] { DateTime.UnixEpoch }), ("bytes", new[] { 1 })],
            [("protocol", new[] { "icmp" }), ("when", new[] { DateTime.UnixEpoch }), ("bytes", new[] { 2 })]);

        Assert.Equal([1, 2, 2, 0], Rows(path, new(2, null, ["bytes", "protocol"], new CategoryVocabulary([new(1, ["tcp", "udp"])]))));
    }

    private static float[] Rows(string path, RowSpec spec)
        => [.. RowFile.Open(path, spec).Read().SelectMany(chunk => chunk.Values.ToArray())];

    private string Write(params (string Name, Array Values)[] columns) => ParquetBytes.Write(folder["t.parquet"], columns);
}
