using System.Text;
using Latent.Tests;

namespace Latent.Files.Tests;

public sealed class NpyFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<string, byte[], string> Types => new()
    {
        { "<f4", NpyBytes.Create([1f, -2f, 3f], BitConverter.GetBytes), "float32" },
        { ">f4", [0x3f, 0x80, 0, 0, 0xc0, 0, 0, 0, 0x40, 0x40, 0, 0], "float32" },
        { "<f8", NpyBytes.Create([1d, -2d, 3d], BitConverter.GetBytes), "float64" },
        { "<i2", NpyBytes.Create([(short)1, (short)-2, (short)3], BitConverter.GetBytes), "int16" },
        { ">i2", [0, 1, 0xff, 0xfe, 0, 3], "int16" },
        { "<i4", NpyBytes.Create([1, -2, 3], BitConverter.GetBytes), "int32" },
        { "<i8", NpyBytes.Create([1L, -2L, 3L], BitConverter.GetBytes), "int64" },
    };

    [Theory]
    [MemberData(nameof(Types))]
    public void Read_EveryNumberType_GivesTheNumbers(string descr, byte[] numbers, string type)
    {
        var array = NpyFile.Read(folder.Write("a.npy", NpyBytes.Create(descr, fortran: false, "(3,)", numbers)));

        Assert.Equal([1, -2, 3], array.Values);
        Assert.Equal([3], array.Shape);
        Assert.Equal(type, array.Type);
    }

    [Fact]
    public void Read_Bytes_GivesTheNumbers()
    {
        var array = NpyFile.Read(folder.Write("a.npy", NpyBytes.Create("|u1", fortran: false, "(2, 1)", [0, 255], version: 2)));

        Assert.Equal([0, 255], array.Values);
        Assert.Equal("uint8", array.Type);
    }

    [Fact]
    public void Read_FortranOrder_BecomesRowMajor()
    {
        var array = NpyFile.Read(folder.Write("a.npy", NpyBytes.Create("|u1", fortran: true, "(2, 3)", [1, 4, 2, 5, 3, 6])));

        Assert.Equal([1, 2, 3, 4, 5, 6], array.Values);
        Assert.Equal([2, 3], array.Shape);
    }

    [Fact]
    public void Read_FortranOrderOfThreeDimensions_BecomesRowMajor()
    {
        var array = NpyFile.Read(folder.Write("a.npy", NpyBytes.Create("|u1", fortran: true, "(2, 2, 2)", [0, 4, 2, 6, 1, 5, 3, 7])));

        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7], array.Values);
    }

    [Fact]
    public void Write_ThenRead_GivesTheSame()
    {
        var path = folder["deep/folder/a.npy"];

        NpyFile.Write(path, [1, 2, 3, 4, 5, 6.5f], 3, 2);

        var array = NpyFile.Read(path);
        Assert.Equal([1, 2, 3, 4, 5, 6.5f], array.Values);
        Assert.Equal([3, 2], array.Shape);
        Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public void Write_OneDimension_HasTheHeaderThatNumPyWrites()
    {
        NpyFile.Write(folder["a.npy"], [1, 2], 2);

        var bytes = File.ReadAllBytes(folder["a.npy"]);
        Assert.Equal(128 + 8, bytes.Length);
        Assert.Equal(
            "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }".PadRight(117) + "\n",
            Encoding.ASCII.GetString(bytes, 10, 118));
    }

    [Fact]
    public void Write_ShapeOfAnotherCount_IsRejected()
    {
        var error = Assert.Throws<ArgumentException>(() => NpyFile.Write(folder["a.npy"], [1, 2, 3], 2, 2));

        Assert.Equal("3 values do not match the shape (2, 2). (Parameter 'shape')", error.Message);
    }

    [Fact]
    public void Write_WhereAFileIsTheFolder_IsAnError()
    {
        var file = folder.Write("file", "");

        var error = Assert.Throws<DataException>(() => NpyFile.Write(Path.Combine(file, "a.npy"), [1], 1));

        Assert.Equal("The file cannot be written.", error.Problem);
    }

    [Fact]
    public void Read_UnknownType_ListsTheKnownOnes()
    {
        var path = folder.Write("a.npy", NpyBytes.Create("<c8", fortran: false, "(1,)", new byte[8]));

        var error = Assert.Throws<DataException>(() => NpyFile.Read(path));

        Assert.Equal(
            $"The data type of the array is not supported.\nWhere: {path}\nExpected: float32, float64, uint8, int16, int32, int64\n"
            + "Received: NumPy type '<c8'\nFix: Convert the array first, for example by array.astype('float32').",
            error.Message);
    }

    [Fact]
    public void Read_Truncated_SaysSo()
    {
        var path = folder.Write("a.npy", NpyBytes.Create("<f4", fortran: false, "(2,)", new byte[7]));

        var error = Assert.Throws<DataException>(() => NpyFile.Read(path));

        Assert.Equal($"The file is truncated.\nWhere: {path}\nExpected: 8 bytes of values\nReceived: 7", error.Message);
    }

    [Fact]
    public void Read_Oversized_SaysSo()
    {
        var path = folder.Write("a.npy", NpyBytes.Create("<f4", fortran: false, "(2,)", new byte[9]));

        var error = Assert.Throws<DataException>(() => NpyFile.Read(path));

        Assert.Equal(
            $"The file continues after its last value.\nWhere: {path}\nExpected: 8 bytes of values\nReceived: more", error.Message);
    }

    [Fact]
    public void Read_AnotherFormat_SaysHowItBegins()
    {
        var path = folder.Write("a.npy", "PK\u0003\u0004 and so on");

        var error = Assert.Throws<DataException>(() => NpyFile.Read(path));

        Assert.Equal("This is not a .npy file.", error.Problem);
        Assert.Equal("504b030420616e64", error.Received);
    }

    [Fact]
    public void Read_HeaderWithoutShape_IsRejected()
    {
        var path = folder.Write("a.npy", NpyBytes.WithHeader("{'descr': '<f4'}", []));

        var error = Assert.Throws<DataException>(() => NpyFile.Read(path));

        Assert.Equal(
            $"The header of the .npy file cannot be parsed.\nWhere: {path}\nExpected: the keys descr, fortran_order and shape\n"
            + "Received: \"{'descr': '<f4'}\"",
            error.Message);
    }

    [Fact]
    public void Read_ShapeBeyondMemory_IsRejectedBeforeAllocation()
    {
        var path = folder.Write("a.npy", NpyBytes.Create("<f4", fortran: false, "(2000000000, 2000000000, 2000000000)", []));

        var error = Assert.Throws<DataException>(() => NpyFile.Read(path));

        Assert.Equal("The array does not fit into memory.", error.Problem);
    }
}
