using Latent.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Latent.Runtime.Extensions.Tests;

public sealed class AutoencoderServiceCollectionExtensionsTests
{
    [Fact]
    public void AddAutoencoder_ByName_GivesOneModelThatBothViewsShare()
    {
        using var services = Application.With();

        Assert.Same(services.Defects(), services.Defects());
        Assert.Same(services.GetRequiredKeyedService<Autoencoder>("defects"), services.Defects().Model);
        Assert.Equal(("defects", "mnist-vae"), (services.Defects().Name, services.Defects().Model.Manifest.Name));
        Assert.Equal(services.Defects().Model.DefaultThreshold, services.Defects().Threshold);
    }

    [Fact]
    public void AddAutoencoder_TwoNames_AreTwoModels()
    {
        using var services = new ServiceCollection()
            .AddAutoencoder("digits", Application.Bundle)
            .AddAutoencoder("clothes", Repository.At("models", "fashion-dense"), options => options.Threshold = 0.5)
            .BuildServiceProvider();

        Assert.Equal("mnist-vae", services.GetRequiredKeyedService<ObservedAutoencoder>("digits").Model.Manifest.Name);
        Assert.Equal("fashion-dense", services.GetRequiredKeyedService<ObservedAutoencoder>("clothes").Model.Manifest.Name);
        Assert.Equal(Threshold.Value(0.5), services.GetRequiredKeyedService<ObservedAutoencoder>("clothes").Threshold);
    }

    [Fact]
    public void Dispose_OfTheServices_DisposesTheModel()
    {
        var services = Application.With();
        var defects = services.Defects();
        services.Dispose();

        Assert.Throws<ObjectDisposedException>(() => defects.Encode(new float[784]));
    }

    [Fact]
    public void AddAutoencoder_Section_IsBound()
    {
        using var services = Application.WithConfiguration(
            ("Path", Application.Bundle),
            ("Quantile", "0.95"),
            ("MaxBatch", "7"),
            ("Device", "auto"));
        var options = services.GetRequiredService<IOptionsMonitor<AutoencoderOptions>>().Get("defects");

        Assert.Equal((7, "auto"), (options.MaxBatch, options.Device));
        Assert.Equal(Threshold.Quantile(0.95), services.Defects().Threshold);
    }

    [Fact]
    public void AddAutoencoder_FalsePositiveRate_IsTheThreshold()
    {
        using var services = Application.WithConfiguration(("Path", Application.Bundle), ("FalsePositiveRate", "0.02"));

        Assert.Equal(Threshold.FalsePositiveRate(0.02), services.Defects().Threshold);
    }

    [Fact]
    public void AddAutoencoder_UnknownKey_Throws()
    {
        using var services = Application.WithConfiguration(("Path", Application.Bundle), ("Quantil", "0.95"));

        var exception = Assert.Throws<InvalidOperationException>(() => services.Defects());
        Assert.Contains("'Quantil'", exception.Message);
    }

    [Fact]
    public void Start_WrongOptions_SaysEverythingThatIsWrong()
    {
        using var services = Application.With(options => (options.Device, options.Threads, options.MaxBatch, options.Quantile, options
            .FalsePositiveRate, options.Threshold) = ("gpu", -1, 0, 1.5, 0, double.NaN), "no-such-folder");

        var exception = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());

        Assert.Equal(
            [
                "Autoencoder 'defects': Path cannot be used. Expected: a folder that holds bundle.json. Received: " +
                $"{Path.GetFullPath("no-such-folder")}. Fix: check the spelling; paths are relative to the current folder.",
                "Autoencoder 'defects': Device cannot be used. Expected: cpu, cuda, cuda:N or auto. Received: gpu. Fix: use one of these.",
                "Autoencoder 'defects': Threads cannot be used. Expected: 0 or more. Received: -1. Fix: omit it for 1 thread per call.",
                "Autoencoder 'defects': MaxBatch cannot be used. Expected: 1 or more. Received: 0. Fix: omit it for 1024 rows.",
                "Autoencoder 'defects': Quantile cannot be used. Expected: above 0 and below 1. Received: 1.5. Fix: " +
                "choose a quantile that the bundle lists, such as 0.99.",
                "Autoencoder 'defects': FalsePositiveRate cannot be used. Expected: above 0 and below 1. Received: 0. Fix: " +
                "choose a share of normal rows, such as 0.01.",
                "Autoencoder 'defects': Threshold cannot be used. Expected: a finite score. Received: NaN. Fix: set a score, or omit it.",
                "Autoencoder 'defects': Quantile, FalsePositiveRate and Threshold together cannot be used. Expected: " +
                "at most one of them. Received: 3. Fix: keep one.",
            ],
            exception.Failures);
    }

    [Fact]
    public void Start_NoPath_Throws()
    {
        using var services = Application.WithConfiguration(("Device", "cpu"));

        var exception = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());
        Assert.Equal(
            "Autoencoder 'defects': Path cannot be used. Expected: the folder of a bundle. Received: none. Fix: " +
            "set it in the configuration, or pass it to AddAutoencoder.",
            exception.Message);
    }

    [Fact]
    public void AddAutoencoder_EmptyName_Throws() =>
        Assert.Throws<ArgumentException>(() => new ServiceCollection().AddAutoencoder("", Application.Bundle));
}
