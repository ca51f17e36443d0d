using Latent.Tests;

namespace Latent.Files.Tests;

public sealed class TableFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Read_Header_NamesTheColumns()
    {
        var table = TableFile.Read(folder.Write("t.csv", "width,height\n1,2.5\n-3e2,4\n"));

        Assert.Equal(["width", "height"], table.Columns!);
        Assert.Equal([1, 2.5f, -300, 4], table.Values);
        Assert.Equal(2, table.RowCount);
        Assert.Null(table.Labels);
    }

    [Fact]
    public void Read_NumbersFromTheFirstLine_HasNoHeader()
    {
        var table = TableFile.Read(folder.Write("t.csv", "1,2\n3,4"));

        Assert.Null(table.Columns);
        Assert.Equal([1, 2, 3, 4], table.Values);
    }

    [Fact]
    public void Read_SingleRow_IsARow()
    {
        var table = TableFile.Read(folder.Write("t.tsv", "1\t2\n"));

        Assert.Equal([1, 2], table.Values);
    }

    [Fact]
    public void Read_LabelByName_IsNotAFeature()
    {
        var table = TableFile.Read(folder.Write("t.csv", "a,kind,b\n1,cat,2\n3,ant,4\n5,cat,6\n"), "kind");

        Assert.Equal(["a", "b"], table.Columns!);
        Assert.Equal([1, 2, 3, 4, 5, 6], table.Values);
        Assert.Equal([1, 0, 1], table.Labels!);
        Assert.Equal(["ant", "cat"], table.LabelNames!);
    }

    [Fact]
    public void Read_LabelByNumber_KeepsWholeNumbers()
    {
        var table = TableFile.Read(folder.Write("t.csv", "1,7\n2,-1\n"), "2");

        Assert.Equal([7, -1], table.Labels!);
        Assert.Null(table.LabelNames);
        Assert.Equal(1, table.FeatureCount);
    }

    [Fact]
    public void Read_TextAmongNumbers_NamesLineAndColumn()
    {
        var path = folder.Write("t.csv", "a,b\n1,2\n3,four\n");

        var error = Assert.Throws<DataException>(() => TableFile.Read(path));

        Assert.Equal(
            $"A field is not a finite number.\nWhere: {path}, line 3, column 2 (b)\nExpected: a number with a decimal point\n"
            + "Received: \"four\"\n"
            + "Fix: Correct the field; for a label column, append ?label=b to the path; for a categorical column, ?words=b.",
            error.Message);
    }

    [Fact]
    public void Read_CategoricalColumns_HaveIndicesInOrdinalOrder()
    {
        var table = TableFile.Read(folder.Write("t.csv", "size,kind,port\n1,udp,http\n2,tcp,\n3,udp,80\n"), categoricalColumns: ["kind", "3"]);

        Assert.Equal([1, 2, 2, 2, 1, 0, 3, 2, 1], table.Values);
        Assert.Equal((1, 2), (table.CategoricalColumns!.Columns[0].Column, table.CategoricalColumns.Columns[1].Column));
        Assert.Equal(["tcp", "udp"], table.CategoricalColumns.Find(1)!.Categories);
        Assert.Equal(["80", "http"], table.CategoricalColumns.Find(2)!.Categories);
    }

    [Fact]
    public void Read_EveryColumnWithoutANumber_IsCategorical()
    {
        var table = TableFile.Read(folder.Write("t.csv", "2,udp,3\n4,tcp,5\n"), label: "3", categoricalColumns: ["*"]);

        Assert.Equal([2, 2, 4, 1], table.Values);
        Assert.Equal([3, 5], table.Labels!);
    }

    [Fact]
    public void Read_ColumnNumber_TakesPrecedenceOverTheFirstRow() =>
        Assert.Equal([7, 9], TableFile.Read(folder.Write("t.csv", "2,7\n3,9\n"), label: "1").Values);

    [Fact]
    public void Read_UnknownCategoricalColumn_ListsTheColumns()
    {
        var path = folder.Write("t.csv", "a,b\n1,2\n");

        var error = Assert.Throws<DataException>(() => TableFile.Read(path, categoricalColumns: ["kind"]));

        Assert.Equal(
            $"There is no categorical column \"kind\".\nWhere: {path}\nExpected: one of a, b, or a number from 1 to 2", error.Message);
    }

    [Fact]
    public void Read_ColumnOfRowNames_IsRejectedAsCategorical()
    {
        var path = folder.Write("t.csv", string.Concat(Enumerable.Range(0, 5000).Select(row => $"name{row},1\n")));

        var error = Assert.Throws<DataException>(() => TableFile.Read(path, categoricalColumns: ["1"]));

        Assert.Equal(
            $"A categorical column has too many categories.\nWhere: {path}, column 1\nExpected: at most 4096\nReceived: more\n"
            + "Fix: Remove a column of row names or row numbers.",
            error.Message);
    }

    [Theory]
    [InlineData("1,2\n3,\n", "an empty field")]
    [InlineData("1,2\n3,NaN\n", "\"NaN\"")]
    [InlineData("1,2\n3,1e39\n", "\"1e39\"")]
    public void Read_NotAFiniteNumber_IsRejected(string text, string received)
    {
        var error = Assert.Throws<DataException>(() => TableFile.Read(folder.Write("t.csv", text)));

        Assert.Equal(received, error.Received);
        Assert.EndsWith("t.csv, line 2, column 2", error.Where, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_RowOfAnotherLength_NamesTheLine()
    {
        var path = folder.Write("t.csv", "1,2\n3,4,5\n");

        var error = Assert.Throws<DataException>(() => TableFile.Read(path));

        Assert.Equal(
            $"A row has a different number of columns than the first row.\nWhere: {path}, line 2\nExpected: 2\nReceived: 3", error.Message);
    }

    [Fact]
    public void Read_UnknownLabelColumn_ListsTheColumns()
    {
        var path = folder.Write("t.csv", "a,b\n1,2\n");

        var error = Assert.Throws<DataException>(() => TableFile.Read(path, "kind"));

        Assert.Equal($"There is no label column \"kind\".\nWhere: {path}\nExpected: one of a, b, or a number from 1 to 2", error.Message);
    }

    [Fact]
    public void Read_ColumnNamedTwice_IsRejected()
    {
        var path = folder.Write("t.csv", "a,a\n1,2\n");

        var error = Assert.Throws<DataException>(() => TableFile.Read(path));

        Assert.Equal($"The header contains the column \"a\" twice.\nWhere: {path}, line 1", error.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    public void Read_Empty_IsRejected(string text)
    {
        var error = Assert.Throws<DataException>(() => TableFile.Read(folder.Write("t.csv", text)));

        Assert.Equal("The table is empty.", error.Problem);
    }

    [Fact]
    public void Write_ThenRead_GivesTheSameNumbers()
    {
        var path = folder["out/t.csv"];

        TableFile.Write(path, ["a", "b,c"], [0.1f, 1e-30f, float.MaxValue, -0f]);

        Assert.Equal("a,\"b,c\"\n0.1,1E-30\n3.4028235E+38,-0\n", File.ReadAllText(path));
        Assert.Equal([0.1f, 1e-30f, float.MaxValue, -0f], TableFile.Read(path).Values);
    }

    [Fact]
    public void CsvWriter_NotCompleted_LeavesNothing()
    {
        using (var writer = new CsvWriter(folder["t.csv"]))
            writer.Field("row").Field(16_777_217L).Field(0.5).EndRecord();

        Assert.Empty(Directory.GetFiles(folder.Path));
    }
}
