using Latent.DetectService;
using Latent.Runtime.Extensions;

// dotnet run --project samples/Latent.DetectService starts in the project folder: paths in appsettings.json are relative to it.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddAutoencoder("digits", builder.Configuration.GetSection("Autoencoders:digits"));
builder.Services.AddHealthChecks().AddAutoencoder("digits");
builder.Services.AddProblemDetails();
builder.Services.AddExceptionHandler<BadInputHandler>();

var app = builder.Build();
app.UseExceptionHandler();
app.MapHealthChecks("/health");
app.MapPost("/digits/detect", DigitEndpoints.Detect);

// The URLs keep 'pictures' for compatibility.
app.MapPost("/digits/pictures/detect", DigitEndpoints.DetectImage);
app.MapPost("/digits/pictures/heat-map", DigitEndpoints.DrawHeatMap);
await app.RunAsync();
