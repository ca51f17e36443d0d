using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Latent.Bundles;
using Latent.Imaging;
using Latent.Runtime;
using Latent.Tests;

namespace Latent.DetectService.Tests;

public sealed class DetectServiceTests : IClassFixture<Service>
{
    private static readonly float[] Digits = Bundle.Open(Repository.At("models", "mnist-vae")).ReadGolden("score")!.Inputs[0].Floats!;
    private static readonly float[] Noise = [.. Enumerable.Range(0, 784).Select(i => i * 37 % 100 / 100f)];

    private readonly HttpClient client;

    public DetectServiceTests(Service service)
    {
        service.StartServer();
        client = service.CreateClient();
    }

    [Fact]
    public void Service_IsReached_OverTheLoopbackInterface()
        => Assert.Matches(@"^http://(127\.0\.0\.1|localhost):[1-9]\d+/$", $"{client.BaseAddress}");

    [Fact]
    public async Task Detect_DigitsAndNoise_GivesTheVerdictsOfTheRuntime()
    {
        using var model = Autoencoder.Load(Repository.At("models", "mnist-vae"));
        float[] rows = [.. Digits[..(2 * 784)], .. Noise];
        var expected = model.Explain(rows);

        var response = await client.PostAsJsonAsync("/digits/detect", new { rows = rows.Chunk(784) });
        var verdicts = (await response.Content.ReadFromJsonAsync<RowVerdict[]>())!;

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(expected.Select(row => row.Verdict), verdicts.Select(row => new Verdict(row.Row, row.Score, row.Threshold)));
        Assert.Equal(expected.Select(row => row.Verdict.IsAnomaly), verdicts.Select(row => row.IsAnomaly));
        Assert.True(verdicts[2].IsAnomaly);
        Assert.All(verdicts, row => Assert.Equal(3, row.Causes.Count));
    }

    [Fact]
    public async Task DetectImage_NoiseAsPng_IsAnAnomaly()
    {
        var verdict = (await (await client.PostAsync("/digits/pictures/detect", Png(Noise))).Content.ReadFromJsonAsync<RowVerdict>())!;

        Assert.True(verdict.IsAnomaly);
        Assert.True(verdict.Score > verdict.Threshold);
    }

    [Fact]
    public async Task DrawHeatMap_Digit_IsAnImageFourTimesAsLarge()
    {
        var response = await client.PostAsync("/digits/pictures/heat-map", Png(Digits[..784]));
        await using var stream = await response.Content.ReadAsStreamAsync();
        using var file = new MemoryStream();
        await stream.CopyToAsync(file);
        file.Position = 0;

        Assert.Equal("image/png", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(3 * 112 * 112, ImageTensor.Load(file, new ImageShape(3, 112, 112)).Length);
    }

    [Fact]
    public async Task Detect_RowOfAnotherLength_Is400WithTheReason()
    {
        var response = await client.PostAsJsonAsync("/digits/detect", new { rows = new[] { Noise, Noise[1..] } });

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("Row 1 has 783 values; the model takes 784.", await DetailOf(response));
    }

    [Fact]
    public async Task Detect_NoRows_Is400WithTheMessageOfTheRuntime()
    {
        var response = await client.PostAsJsonAsync("/digits/detect", new { rows = Array.Empty<float[]>() });

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("Expected: ", await DetailOf(response));
    }

    [Fact]
    public async Task DetectImage_NoImage_Is400WithTheReason()
    {
        var response = await client.PostAsync("/digits/pictures/detect", new StringContent("text"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.StartsWith("The content is not a readable image.", await DetailOf(response));
    }

    [Fact]
    public async Task Health_OfTheService_IsHealthy() => Assert.Equal("Healthy", await client.GetStringAsync("/health"));

    private static ByteArrayContent Png(float[] pixels)
    {
        using var file = new MemoryStream();
        ImageTensor.SavePng(file, pixels, new ImageShape(1, 28, 28));
        return new(file.ToArray());
    }

    private static async Task<string?> DetailOf(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString();
}
