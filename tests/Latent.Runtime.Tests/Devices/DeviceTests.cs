using Latent.Runtime.Tests.Models;

namespace Latent.Runtime.Tests;

public sealed class DeviceTests
{
    private const string NoProvider = "this build of ONNX Runtime has no CUDA provider";
    private const string ProviderFix
        = "reference the package Microsoft.ML.OnnxRuntime.Gpu from the program, in place of Microsoft.ML.OnnxRuntime";
    private const string GpuFix = "choose an available GPU (nvidia-smi lists them; CUDA_VISIBLE_DEVICES may hide some)";

    private static readonly CudaState Complete = new(HasProvider: true, HasDriver: true, GpuCount: 2);

    [Theory]
    [InlineData("cpu", DeviceKind.Cpu, 0, "cpu")]
    [InlineData("CUDA", DeviceKind.Cuda, 0, "cuda:0")]
    [InlineData("cuda:1", DeviceKind.Cuda, 1, "cuda:1")]
    [InlineData("auto", DeviceKind.Auto, 0, "auto")]
    public void Parse_KnownText_GivesTheDevice(string text, DeviceKind kind, int index, string written)
    {
        var device = Device.Parse(text);

        Assert.Equal((kind, index, written), (device.Kind, device.Index, device.ToString()));
    }

    [Theory]
    [InlineData("gpu")]
    [InlineData("cuda:")]
    [InlineData("cuda:-1")]
    [InlineData("cuda: 1")]
    [InlineData("")]
    public void Parse_OtherText_ListsWhatIsKnown(string text) => Assert.Equal(
        $"'{text}' is not a device. Expected: cpu, cuda, cuda:N or auto.", Assert.Throws<FormatException>(() => Device.Parse(text))
            .Message);

    [Fact]
    public void Choose_CudaWithEverything_IsUsed()
    {
        Assert.Equal(new(Device.Cuda(1), "cuda:1 was requested"), DeviceChooser.Choose(Device.Cuda(1), () => Complete));
        Assert.Equal(new(Device.Cuda(), "auto: CUDA can be used"), DeviceChooser.Choose(Device.Auto, () => Complete));
    }

    [Theory]
    [InlineData(false, true, 2, NoProvider, ProviderFix)]
    [InlineData(true, false, 0, "the NVIDIA driver library libcuda.so.1 is not installed", "install the NVIDIA driver")]
    [InlineData(true, true, 0, "the driver finds no GPU", GpuFix)]
    [InlineData(true, true, 1, "there is no GPU 1, only 0 to 0", GpuFix)]
    [InlineData(
        false,
        false,
        0,
        NoProvider + "; the NVIDIA driver library libcuda.so.1 is not installed",
        ProviderFix + "; install the NVIDIA driver")]
    public void Choose_CudaWithSomethingMissing_NamesItAndItsFix(
        bool provider,
        bool driver,
        int gpus,
        string received,
        string fix) => Assert.Equal(
        $"""
        CUDA was requested and cannot be used.
        Where: device cuda:1
        Expected: ONNX Runtime with its CUDA provider, the CUDA and cuDNN libraries it was built for, an NVIDIA driver and a GPU
        Received: {received}
        Fix: {fix}; or use Device.Cpu or Device.Auto.
        """,
        Assert.Throws<DeviceException>(() => DeviceChooser.Choose(Device.Cuda(1), () => new(provider, driver, gpus))).Message);

    [Theory]
    [InlineData("Failed to load library /app/libonnxruntime_providers_cuda.so with error: libcublasLt.so.13: cannot open shared object file: No such file or directory", "the CUDA runtime's libcublasLt.so.13 is not on the loader's path")]
    [InlineData(
        "libcudnn.so.9: cannot open shared object file: No such file or directory",
        "cuDNN's libcudnn.so.9 is not on the loader's path")]
    [InlineData(
        "libcuda.so.1: cannot open shared object file: No such file or directory",
        "the NVIDIA driver library libcuda.so.1 is not installed")]
    [InlineData("libz.so.1: cannot open shared object file: No such file or directory", "libz.so.1 is not on the loader's path")]
    [InlineData("CUDA failure 2: out of memory", "CUDA failure 2: out of memory")]
    public void Name_AFailureOfOnnxRuntime_SaysWhichPieceIsMissing(string reason, string named)
        => Assert.Equal(named, CudaMissing.Name(reason));

    [Theory]
    [InlineData(
        "cuDNN's libcudnn.so.9 is not on the loader's path",
        "install cuDNN for the version of CUDA that the provider was built for, and put its folder on LD_LIBRARY_PATH")]
    [InlineData(
        "the CUDA runtime's libcudart.so.13 is not on the loader's path",
        "install the CUDA runtime with the version at the end of that name, and put its folder on LD_LIBRARY_PATH")]
    [InlineData("score.onnx has nodes that only the CPU can run", "export the model without that operator")]
    [InlineData("CUDA failure 2: out of memory", "install what is missing")]
    public void FixOf_WhatIsMissing_SaysWhereToGetIt(string missing, string fix) => Assert.Equal(fix, CudaMissing.FixOf(missing));

    [Fact]
    public void Cuda_Arguments_AreKeptAndChecked()
    {
        Assert.Equal((1, 1L << 30), (Device.Cuda(1, memoryLimit: 1L << 30).Index, Device.Cuda(1, memoryLimit: 1L << 30).MemoryLimit));
        Assert.NotEqual(Device.Cuda(0), Device.Cuda(0, memoryLimit: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Device.Cuda(0, -1));
    }

    [Fact]
    public void Choose_AutoWithSomethingMissing_TakesTheCpuAndSaysWhy() => Assert.Equal(
        new(Device.Cpu, "auto: CUDA cannot be used, because the driver finds no GPU"),
        DeviceChooser.Choose(Device.Auto, () => new(HasProvider: true, HasDriver: true, GpuCount: 0)));

    [Fact]
    public void Open_AutoWhereCudaFails_TakesTheCpuAndSaysWhy()
    {
        var tried = new List<Device>();

        var (choice, opened) = DeviceChooser.Open(Device.Auto, new(Device.Cuda(), "auto: CUDA can be used"), device =>
        {
            tried.Add(device);
            return device == Device.Cpu
                ? "opened"
                : throw DeviceChooser.Unusable(device, [CudaMissing.Name("libcudnn.so.9: cannot open shared object file")], null);
        });

        Assert.Equal([Device.Cuda(), Device.Cpu], tried);
        Assert.Equal("opened", opened);
        Assert.Equal(new(Device.Cpu, "auto: CUDA cannot be used, because cuDNN's libcudnn.so.9 is not on the loader's path"), choice);
    }

    [Fact]
    public void Open_CudaWhereItFails_Throws()
    {
        var failure = DeviceChooser.Unusable(Device.Cuda(), ["cuDNN is missing"], null);

        var thrown = Assert.Throws<DeviceException>(() =>
            DeviceChooser.Open<string>(Device.Cuda(), new(Device.Cuda(), "cuda:0 was requested"), _ => throw failure));

        Assert.Same(failure, thrown);
    }

    [Fact]
    public void Open_DeviceThatWorks_IsKept()
    {
        var choice = new DeviceChoice(Device.Cuda(), "auto: CUDA can be used");

        Assert.Equal((choice, Device.Cuda()), DeviceChooser.Open(Device.Auto, choice, device => device));
    }

    [Fact]
    public void Load_Cuda_IsUsedOrRejected()
    {
        using var files = new TemporaryModel(new());
        var options = new RuntimeOptions { Device = Device.Cuda() };
        if (CudaProbe.State.MissingFor(0).Count == 0)
        {
            using var model = files.Load(options);
            Assert.Equal(Device.Cuda(), model.Device);
            Assert.True(model.Verify().Passed);
            return;
        }

        var exception = Assert.Throws<DeviceException>(() => files.Load(options));
        Assert.StartsWith("CUDA was requested and cannot be used.\nWhere: device cuda:0\n", exception.Message);
        Assert.Throws<DeviceException>(() => new GraphSession(Path.Combine(files.Folder, "encode.onnx"), options));
    }

    [Fact]
    public void Load_Auto_SaysWhatItChose()
    {
        using var files = new TemporaryModel(new());
        using var model = files.Load(new() { Device = Device.Auto });

        Assert.NotEqual(DeviceKind.Auto, model.Device.Kind);
        Assert.StartsWith("auto: CUDA can", model.DeviceReason);
    }

    [Fact]
    public void Load_Default_RunsOnTheCpu()
    {
        using var files = new TemporaryModel(new());
        using var model = files.Load();

        Assert.Equal(Device.Cpu, model.Device);
        Assert.Equal("cpu was requested", model.DeviceReason);
    }
}
