using Latent.Tests;

namespace Latent.Bundles.Tests;

public sealed class TensorProtoFileTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    private string File => temporary["tensor.pb"];

    public void Dispose() => temporary.Dispose();

    [Fact]
    public void Write_Floats_GivesTheBytesOfOnnx()
    {
        TensorProtoFile.Write(File, NamedTensor.Create("x", [1f, -2], 1, 2));

        // dims 1 and 2, data_type 1, name "x", eight bytes of raw_data: the layout of TensorProto in onnx.proto.
        Assert.Equal("0801080210014201784a080000803f000000c0", Convert.ToHexStringLower(System.IO.File.ReadAllBytes(File)));
    }

    [Fact]
    public void Read_WrittenFloats_GivesThemBack()
    {
        TensorProtoFile.Write(File, NamedTensor.Create("mean", [1.5f, float.NaN, float.MinValue, 0], 2, 2));

        var tensor = TensorProtoFile.Read(File);

        Assert.Equal("mean", tensor.Name);
        Assert.Equal(DataType.Float32, tensor.DType);
        Assert.Equal([2L, 2], tensor.Shape);
        Assert.Equal([1.5f, float.NaN, float.MinValue, 0], tensor.Floats!);
        Assert.Null(tensor.Integers);
    }

    [Fact]
    public void Read_WrittenIntegers_GivesThemBack()
    {
        TensorProtoFile.Write(File, NamedTensor.Create("tokens", [1L, -1, long.MaxValue], 3));

        var tensor = TensorProtoFile.Read(File);

        Assert.Equal(DataType.Int64, tensor.DType);
        Assert.Equal([1L, -1, long.MaxValue], tensor.Integers!);
    }

    [Theory]
    [InlineData("0802100122080000803f000000c0", "packed float_data")]
    [InlineData("080210012500 00803f25000000c0", "float_data one by one")]
    [InlineData("0a0102100122080000803f000000c0", "packed dims")]
    [InlineData("0802100122080000803f000000c062026869", "an unknown string field")]
    public void Read_OtherLayouts_GivesTheSameValues(string hex, string _)
    {
        Put(hex);

        Assert.Equal([1f, -2], TensorProtoFile.Read(File).Floats!);
    }

    [Fact]
    public void Read_PackedInt64Data_GivesTheValues()
    {
        Put("080210073a0203ac02".Replace("0203ac02", "0303ac02"));

        Assert.Equal([3L, 300], TensorProtoFile.Read(File).Integers!);
    }

    [Fact]
    public void Read_Scalar_HasOneValue()
    {
        Put("10014a040000803f");

        var tensor = TensorProtoFile.Read(File);

        Assert.Empty(tensor.Shape);
        Assert.Equal([1f], tensor.Floats!);
    }

    [Fact]
    public void Read_HugeCount_IsRejectedWithoutMemory()
    {
        // Raw data that claims 2^60 bytes.
        Put("080110014a808080808080808010");
        var before = GC.GetAllocatedBytesForCurrentThread();

        var exception = Assert.Throws<BundleException>(() => TensorProtoFile.Read(File));

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1_000_000);
        Assert.Equal(
            $"""
            A golden file is damaged or is not an ONNX TensorProto.
            Where: {File}
            Expected: 1152921504606846976 more bytes
            Received: 0 bytes that do not fit
            Fix: copy the bundle again: the file was changed or cut short after it was written.
            """,
            exception.Message);
    }

    [Theory]
    [InlineData("08808080808080808010 10014a040000803f", "1152921504606846976")]
    [InlineData("08ffffffffffffffffff01 10014a040000803f", "-1")]
    [InlineData("0802 10014a040000803f", "2")]
    public void Read_ShapeThatDoesNotFit_IsRejected(string hex, string shape)
    {
        Put(hex);

        var exception = Assert.Throws<BundleException>(() => TensorProtoFile.Read(File));

        Assert.Contains($"A tensor of shape [{shape}] cannot hold 1 values.", exception.Message);
    }

    [Fact]
    public void Read_OtherElementType_IsRejected()
    {
        Put("0801100b4a080000000000000000");

        Assert.Equal(
            $"""
            A golden file does not hold a usable tensor.
            Where: {File}
            Expected: element type 1 (float32) or 7 (int64)
            Received: element type 11
            Fix: write the bundle again with 'latent train', or obtain it again.
            """,
            Assert.Throws<BundleException>(() => TensorProtoFile.Read(File)).Message);
    }

    [Fact]
    public void Read_EveryTruncation_ThrowsOnlyBundleExceptions()
    {
        TensorProtoFile.Write(File, NamedTensor.Create("x", [1f, -2, 3], 3));
        var bytes = System.IO.File.ReadAllBytes(File);

        for (var length = 0; length < bytes.Length; length++)
        {
            System.IO.File.WriteAllBytes(File, bytes[..length]);
            Assert.Throws<BundleException>(() => TensorProtoFile.Read(File));
        }
    }

    [Fact]
    public void Read_MissingFile_SaysSo() => Assert.StartsWith(
        $"A file of the bundle cannot be read.\nWhere: {File}\n", Assert.Throws<BundleException>(() => TensorProtoFile.Read(File)).Message);

    private void Put(string hex) => System.IO.File.WriteAllBytes(File, Convert.FromHexString(hex.Replace(" ", "")));
}
